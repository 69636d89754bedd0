import { classNames } from './class-names.ts'
import type { FieldWidth } from './field.tsx'
import { describedBy, Field, widthClass } from './field.tsx'

type Props = {
  name: string
  /** Where several forms of a page have a field of this name; the name otherwise. */
  id?: string | undefined
  label: string
  value?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  type?: 'text' | 'email' | 'url' | 'search' | 'tel' | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined
  width?: FieldWidth | undefined
  required?: boolean | undefined
  /** Language of what is typed, where it is not the page's. */
  lang?: string | undefined
  maxLength?: number | undefined
  /** For a form that somebody fills in again and again: the cursor waits in its first field. */
  autofocus?: boolean | undefined
}

export const TextField = (props: Props) => {
  const { name, id = name, label, value, hint, error, type = 'text', width } = props
  return (
    <Field name={id} label={label} hint={hint} error={error}>
      <input
        class={classNames('govuk-input', widthClass(width), error && 'govuk-input--error')}
        id={id}
        name={name}
        type={type}
        value={value}
        lang={props.lang}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        spellcheck={type === 'email' || type === 'url' ? false : undefined}
        maxlength={props.maxLength}
        autofocus={props.autofocus}
        aria-required={props.required ? 'true' : undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </Field>
  )
}
