import { FieldSet } from './field.tsx'

export type PickerOption = {
  value: string
  label: string
  /** 1 at the top; each step below it stands further in. */
  depth?: number | undefined
}

type Props = {
  name: string
  legend: string
  options: readonly PickerOption[]
  chosen: readonly string[]
  hint?: string | undefined
  error?: string | undefined
}

/** Several of a tree, each a box of its own. The first carries the bare name as id: the error summary's link lands in it. */
export const TreePicker = ({ name, legend, options, chosen, hint, error }: Props) => (
  <FieldSet name={name} legend={legend} hint={hint} error={error}>
    <div class="govuk-checkboxes govuk-checkboxes--small kv-picker">
      {options.map(({ value, label, depth = 1 }, index) => (
        <div class={`govuk-checkboxes__item kv-picker__item--${Math.min(depth, 3)}`}>
          <input
            class="govuk-checkboxes__input"
            id={index === 0 ? name : `${name}-${index + 1}`}
            name={name}
            type="checkbox"
            value={value}
            checked={chosen.includes(value)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={index === 0 ? name : `${name}-${index + 1}`}>
            {label}
          </label>
        </div>
      ))}
    </div>
  </FieldSet>
)
