import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Field } from './people-field-rules.ts'
import { textsIn } from './texts.ts'

export type Choices = Record<string, readonly { value: string; label: string }[]>

type Props = {
  lang: Lang
  fields: readonly Field[]
  /** Of fields whose choices are records: by the field’s key. */
  choices?: Choices | undefined
  typed: Typed
  errors: FieldErrors
}

/** The fields of a form, each in the shape of its kind. */
export const FormFields = ({ fields, ...rest }: Props) => (
  <>
    {fields.map((field) => (
      <OneField field={field} {...rest} />
    ))}
  </>
)

type OneProps = Omit<Props, 'fields'> & { field: Field }

const OneField = ({ lang, field, choices = {}, typed, errors }: OneProps) => {
  const t = textsIn(lang)
  const { name, key, kind } = field
  const label = labelOf(lang, field)
  const hint = (t.hints as Record<string, string>)[key]
  const shared = { name, label, hint, error: errors[name] }
  if (kind === 'yes')
    return <CheckboxField name={name} label={label} hint={hint} checked={typed[name] === 'po'} small />
  if (kind === 'day') return <Day lang={lang} {...shared} typed={typed} />
  if (kind === 'long' || kind === 'contacts')
    return <TextAreaField {...shared} value={typed[name]} rows={kind === 'contacts' || key === 'postal' ? 3 : 6} />
  if (kind === 'choice')
    return <SelectField {...shared} value={typed[name]} options={optionsOf(lang, field, choices)} />
  return (
    <TextField
      {...shared}
      value={typed[name]}
      type={kind === 'email' ? 'email' : kind === 'url' ? 'url' : 'text'}
      inputmode={kind === 'number' ? 'numeric' : kind === 'money' ? 'decimal' : undefined}
      width={kind === 'number' || kind === 'money' ? '10' : 'two-thirds'}
      required={field.required}
    />
  )
}

const Day = ({
  lang,
  name,
  label,
  hint,
  error,
  typed,
}: {
  lang: Lang
  name: string
  label: string
  hint: string | undefined
  error: string | undefined
  typed: Typed
}) => {
  const t = textsIn(lang).form
  const part = (which: string) => typed[`${name}-${which}`] ?? ''
  return (
    <DateField
      name={name}
      legend={label}
      hint={hint}
      error={error}
      value={{ day: part('day'), month: part('month'), year: part('year') }}
      dayLabel={t.day}
      monthLabel={t.month}
      yearLabel={t.year}
    />
  )
}

const labelOf = (lang: Lang, { key, required, kind }: Field): string => {
  const t = textsIn(lang)
  const label = (t.fields as Record<string, string>)[key] ?? key
  return required || kind === 'yes' ? label : t.form.optional(label)
}

function optionsOf(lang: Lang, field: Field, choices: Choices) {
  const t = textsIn(lang)
  const words = t.values as Record<string, string>
  const known = field.options?.map((value) => ({ value, label: words[value] ?? value })) ?? choices[field.key] ?? []
  return field.required && field.options
    ? known
    : [{ value: '', label: field.required ? t.form.choose : t.form.none }, ...known]
}
