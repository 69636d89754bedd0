import { classNames } from './class-names.ts'
import { describedBy, Field } from './field.tsx'

type Props = {
  name: string
  /** Where several forms of a page have a field of this name; the name otherwise. */
  id?: string | undefined
  label: string
  value?: string | undefined
  options: readonly { value: string; label: string }[]
  hint?: string | undefined
  error?: string | undefined
}

export const SelectField = ({ name, id = name, label, value, options, hint, error }: Props) => (
  <Field name={id} label={label} hint={hint} error={error}>
    <select
      class={classNames('govuk-select', error && 'govuk-select--error')}
      id={id}
      name={name}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={describedBy(id, { hint, error })}
    >
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
)
