import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CHANNELS, REVIEW_LIMITS, type VerdictKind } from './review-rules.ts'
import { dayWords, textsIn } from './texts.ts'

export type FormPart = { lang: Lang; typed: Typed; errors: FieldErrors }

/** A day, typed in three fields. */
export const DayField = ({
  lang,
  typed,
  errors,
  name,
  legend,
  hint,
}: FormPart & { name: string; legend: string; hint?: string }) => {
  const part = (which: string) => typed[`${name}-${which}`] ?? ''
  return (
    <DateField
      name={name}
      legend={legend}
      legendSize="s"
      hint={hint}
      value={{ day: part('day'), month: part('month'), year: part('year') }}
      error={errors[name]}
      {...dayWords(lang)}
    />
  )
}

export const ChannelField = ({ lang, typed, errors }: FormPart) => {
  const t = textsIn(lang)
  return (
    <SelectField
      name="menyra"
      label={t.form.channel}
      value={typed.menyra}
      error={errors.menyra}
      options={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
    />
  )
}

/** Boxes for acts, all of one name; the error stands at the first. */
export const ActBoxes = ({
  typed,
  errors,
  acts,
}: Omit<FormPart, 'lang'> & { acts: readonly { id: string; label: string; hint: string }[] }) => {
  const chosen = (typed.aktet ?? '').split(' ')
  return (
    <>
      {acts.map(({ id, label, hint }, at) => (
        <CheckboxField
          name="aktet"
          id={at === 0 ? 'aktet' : `aktet-${at + 1}`}
          value={id}
          label={label}
          hint={hint === '' ? undefined : hint}
          checked={chosen.includes(id)}
          error={at === 0 ? errors.aktet : undefined}
          small
        />
      ))}
    </>
  )
}

type VerdictProps = FormPart & { prefix: string; kinds: readonly VerdictKind[]; correcting?: boolean }

/** What was said: by the authority, by a court, or by the institution that does not send it. */
export const VerdictFields = ({ lang, typed, errors, prefix, kinds, correcting = false }: VerdictProps) => {
  const texts = textsIn(lang)
  const t = texts.verdict
  const part = { lang, typed, errors }
  const at = (name: string) => `${prefix}${name}`
  return (
    <>
      <RadioField
        name={at('pergjigjja')}
        legend={correcting ? t.kindCorrect : t.kind}
        legendSize="s"
        value={typed[at('pergjigjja')]}
        error={errors[at('pergjigjja')]}
        small
        options={kinds.map((value) => ({ value, label: texts.verdicts[value] }))}
      />
      <DayField {...part} name={at('dita')} legend={t.on} hint={t.onHint} />
      <TextField
        name={at('numri')}
        label={t.protocol}
        hint={t.protocolHint}
        value={typed[at('numri')]}
        error={errors[at('numri')]}
        width="10"
      />
      <TextAreaField
        name={at('arsyet')}
        label={t.reasons}
        hint={t.reasonsHint}
        value={typed[at('arsyet')]}
        error={errors[at('arsyet')]}
        rows={4}
        maxLength={REVIEW_LIMITS.reasons}
      />
      {kinds.includes('annulled') && (
        <DayField {...part} name={at('vlen')} legend={t.effective} hint={t.effectiveHint} />
      )}
    </>
  )
}
