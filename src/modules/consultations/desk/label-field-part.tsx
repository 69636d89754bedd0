import type { Lang } from '#platform/i18n/language.ts'
import { describedBy, Field } from '#ui/field.tsx'
import { classNames } from '#ui/class-names.ts'
import { textsIn } from '../texts.ts'

type Props = {
  lang: Lang
  used: readonly string[]
  value?: string | undefined
  error?: string | undefined
}

/** A word of the staff: one of those in use is offered, another can be typed. */
export const LabelField = ({ lang, used, value = '', error }: Props) => {
  const t = textsIn(lang).labels
  return (
    <Field name="etiketa" label={t.name} hint={t.hint} error={error}>
      <input
        class={classNames('govuk-input govuk-input--width-20', error && 'govuk-input--error')}
        id="etiketa"
        name="etiketa"
        type="text"
        maxlength={60}
        autocomplete="off"
        list="etiketa-te-perdorura"
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy('etiketa', { hint: t.hint, error })}
      />
      <datalist id="etiketa-te-perdorura">
        {used.map((name) => (
          <option value={name} />
        ))}
      </datalist>
    </Field>
  )
}
