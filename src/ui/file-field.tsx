import { classNames } from './class-names.ts'
import { describedBy, Field } from './field.tsx'

type Props = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  multiple?: boolean | undefined
  /** Only helps the browser's file dialogue; the server looks at the content. */
  accept?: string | undefined
}

export const FileField = ({ name, label, hint, error, multiple, accept }: Props) => (
  <Field name={name} label={label} hint={hint} error={error}>
    <input
      class={classNames('govuk-file-upload', error && 'govuk-file-upload--error')}
      id={name}
      name={name}
      type="file"
      multiple={multiple}
      accept={accept}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={describedBy(name, { hint, error })}
    />
  </Field>
)
