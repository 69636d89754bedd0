import type { Child } from 'hono/jsx'
import { classNames } from './class-names.ts'
import { FieldSet } from './field.tsx'

export type RadioOption = {
  value: string
  label: string
  hint?: string | undefined
  /** Further fields that this answer asks for. Seen without script; a browser that can, hides them until chosen. */
  child?: Child
}

type Props = {
  name: string
  /** Where several forms of a page have a field of this name; the name otherwise. */
  id?: string | undefined
  legend: string
  value?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  options: readonly RadioOption[]
  inline?: boolean | undefined
  small?: boolean | undefined
  legendSize?: 's' | 'm' | 'l' | undefined
}

export const RadioField = ({
  name,
  id = name,
  legend,
  value,
  hint,
  error,
  options,
  inline,
  small,
  legendSize,
}: Props) => (
  <FieldSet name={id} legend={legend} legendSize={legendSize} hint={hint} error={error}>
    <div class={classNames('govuk-radios', inline && 'govuk-radios--inline', small && 'govuk-radios--small')}>
      {options.map((option, index) => (
        <Radio
          name={name}
          id={index === 0 ? id : `${id}-${index + 1}`}
          option={option}
          checked={option.value === value}
        />
      ))}
    </div>
  </FieldSet>
)

type RadioProps = { name: string; id: string; option: RadioOption; checked: boolean }

/** The first radio carries the field's bare name as id, so that the error summary's link lands in it. */
const Radio = ({ name, id, option, checked }: RadioProps) => (
  <>
    <div class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        id={id}
        name={name}
        type="radio"
        value={option.value}
        checked={checked}
        aria-describedby={option.hint ? `${id}-item-hint` : undefined}
      />
      <label class="govuk-label govuk-radios__label" for={id}>
        {option.label}
      </label>
      {option.hint && (
        <div id={`${id}-item-hint`} class="govuk-hint govuk-radios__hint">
          {option.hint}
        </div>
      )}
    </div>
    {option.child && <div class="govuk-radios__conditional kv-conditional">{option.child}</div>}
  </>
)
