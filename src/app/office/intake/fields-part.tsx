import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Field } from '#ui/field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { officeIntakeTexts } from './texts.ts'

export type Filled = { lang: Lang; typed: Typed; errors: FieldErrors }

export const ACCEPTED = '.pdf,.docx,.odt,.xlsx,.png,.jpg,.jpeg,.txt'

type DayProps = Filled & { name: string; legend: string; hint?: string }

export const Day = ({ lang, typed, errors, name, legend, hint }: DayProps) => {
  const t = officeIntakeTexts(lang)
  const part = (which: string) => typed[`${name}-${which}`] ?? ''
  return (
    <DateField
      name={name}
      legend={legend}
      hint={hint}
      value={{ day: part('day'), month: part('month'), year: part('year') }}
      error={errors[name]}
      dayLabel={t.day}
      monthLabel={t.month}
      yearLabel={t.year}
    />
  )
}

/** How to answer somebody: by telephone, by post, by e-mail, or not at all. */
export const ContactFields = ({ lang, typed, errors }: Filled) => {
  const t = officeIntakeTexts(lang).counter
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t.contact}</legend>
      <TextField
        name="telefoni"
        label={t.telephone}
        value={typed.telefoni}
        error={errors.telefoni}
        type="tel"
        autocomplete="off"
        width="half"
      />
      <TextAreaField
        name="adresa-postare"
        label={t.postal}
        value={typed['adresa-postare']}
        error={errors['adresa-postare']}
        rows={2}
      />
      <TextField
        name="adresa"
        label={t.email}
        value={typed.adresa}
        error={errors.adresa}
        type="email"
        autocomplete="off"
        width="half"
      />
    </fieldset>
  )
}

/** Written, received, filed: what differs from "handed in now". */
export const DateFields = (filled: Filled) => {
  const t = officeIntakeTexts(filled.lang).counter
  return (
    <>
      <Day {...filled} name="shkruar" legend={t.happened} hint={t.happenedHint} />
      <CheckboxField
        name="regjistruar"
        label={t.registered}
        hint={t.registeredHint}
        checked={filled.typed.regjistruar === 'po'}
        small
      />
      <Day {...filled} name="pranuar" legend={t.received} hint={t.receivedHint} />
    </>
  )
}

export const ProtocolFields = (filled: Filled & { taken: boolean }) => {
  const { lang, typed, errors, taken } = filled
  const t = officeIntakeTexts(lang).counter
  return (
    <>
      <TextField
        name="protokolli"
        label={t.protocolNumber}
        value={typed.protokolli}
        error={errors.protokolli}
        autocomplete="off"
        width="10"
      />
      <Day {...filled} name="protokolluar" legend={t.protocolOn} />
      {taken && <CheckboxField name="gjithsesi" label={t.evenIfTaken} checked={typed.gjithsesi === 'po'} small />}
    </>
  )
}

/** Scans from the machine beside the counter, or photographs from the telephone in the clerk's hand. */
export const ScanFields = ({ lang, errors, filesLost }: Filled & { filesLost: boolean }) => {
  const t = officeIntakeTexts(lang).counter
  return (
    <>
      <FileField
        name="skanimet"
        label={t.scans}
        hint={filesLost ? `${t.scansAgain} ${t.scansHint}` : t.scansHint}
        error={errors.skanimet}
        accept={ACCEPTED}
        multiple
      />
      <div class="kv-camera">
        <Field name="fotografia" label={t.camera}>
          <input
            class="govuk-file-upload"
            id="fotografia"
            name="fotografia"
            type="file"
            accept="image/*"
            capture="environment"
          />
        </Field>
      </div>
    </>
  )
}
