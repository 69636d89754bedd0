import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TreePicker } from '#ui/tree-picker.tsx'
import { LANGUAGES, LIMITS, MEETING_KINDS, MODES, REGISTRATION_KINDS, SECTORS } from '../meeting-rules.ts'
import { textsIn } from '../texts.ts'
import type { MeetingFormView } from './office-view.ts'

type Part = { lang: Lang; typed: Typed; errors: FieldErrors }

export const Words = ({ lang, typed, errors }: Part) => {
  const texts = textsIn(lang)
  const t = texts.form
  return (
    <>
      <TextField name="titulli" label={t.titleField} value={typed.titulli} error={errors.titulli} />
      <TextField name="titulli-en" label={t.titleEn} value={typed['titulli-en']} error={errors['titulli-en']} />
      <SelectField
        name="lloji"
        label={t.kind}
        value={typed.lloji}
        error={errors.lloji}
        options={MEETING_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
      />
      <TextAreaField
        name="permbledhja"
        label={t.summary}
        hint={t.summaryHint}
        value={typed.permbledhja}
        error={errors.permbledhja}
        rows={5}
        maxLength={LIMITS.summary}
      />
      <TextAreaField
        name="permbledhja-en"
        label={t.summaryEn}
        value={typed['permbledhja-en']}
        error={errors['permbledhja-en']}
        rows={5}
        maxLength={LIMITS.summary}
      />
    </>
  )
}

/** The first day stands open, the others behind a line. */
export const Days = ({ lang, typed, errors }: Part) => {
  const t = textsIn(lang).form
  const more = [2, 3, 4, 5]
  const used = (n: number) =>
    Boolean(typed[`dita-${n}-day`]) || Object.keys(errors).some((name) => name.startsWith(`dita-${n}`))
  return (
    <>
      <Day lang={lang} n={1} typed={typed} errors={errors} />
      <Details summary={t.moreDays} open={more.some(used)}>
        {more.map((n) => (
          <Day lang={lang} n={n} typed={typed} errors={errors} />
        ))}
      </Details>
    </>
  )
}

const Day = ({ lang, n, typed, errors }: Part & { n: number }) => {
  const t = textsIn(lang).form
  const part = (name: string) => typed[`dita-${n}-${name}`] ?? ''
  return (
    <div class="kv-meeting-day">
      <DateField
        name={`dita-${n}`}
        legend={t.day(n)}
        value={{ day: part('day'), month: part('month'), year: part('year') }}
        error={errors[`dita-${n}`]}
        dayLabel={t.dayLabel}
        monthLabel={t.monthLabel}
        yearLabel={t.yearLabel}
      />
      <TextField
        name={`dita-${n}-nga`}
        label={t.from(n)}
        hint={n === 1 ? t.hourHint : undefined}
        value={part('nga')}
        error={errors[`dita-${n}-nga`]}
        width="5"
      />
      <TextField
        name={`dita-${n}-deri`}
        label={t.to(n)}
        value={part('deri')}
        error={errors[`dita-${n}-deri`]}
        width="5"
      />
    </div>
  )
}

export const Place = ({ lang, typed, errors }: Part) => {
  const texts = textsIn(lang)
  const t = texts.form
  return (
    <>
      <RadioField
        name="menyra"
        legend={t.mode}
        value={typed.menyra}
        error={errors.menyra}
        options={MODES.map((value) => ({ value, label: texts.modes[value] }))}
      />
      <TextField name="adresa" label={t.address} hint={t.addressHint} value={typed.adresa} error={errors.adresa} />
      <TextField
        name="lidhja"
        label={t.onlineUrl}
        hint={t.onlineHint}
        value={typed.lidhja}
        error={errors.lidhja}
        type="url"
      />
      <TextAreaField
        name="aksesi"
        label={t.accessibility}
        hint={t.accessibilityHint}
        value={typed.aksesi}
        error={errors.aksesi}
        rows={3}
        maxLength={LIMITS.accessibility}
      />
    </>
  )
}

export const People = ({ lang, typed, errors }: Part) => {
  const texts = textsIn(lang)
  const t = texts.form
  const chosen = (name: string) => (typed[name] ?? '').split(' ').filter(Boolean)
  return (
    <>
      <TextField
        name="moderatori"
        label={t.moderator}
        hint={t.moderatorHint}
        value={typed.moderatori}
        error={errors.moderatori}
      />
      <TextField
        name="moderatori-emri"
        label={t.moderatorName}
        hint={t.moderatorNameHint}
        value={typed['moderatori-emri']}
        error={errors['moderatori-emri']}
      />
      <CheckboxField
        name="moderatori-pelqimi"
        label={t.moderatorConsent}
        checked={typed['moderatori-pelqimi'] === 'po'}
        error={errors['moderatori-pelqimi']}
      />
      <TextAreaField
        name="partneret"
        label={t.partners}
        hint={t.partnersHint}
        value={typed.partneret}
        error={errors.partneret}
        rows={3}
      />
      <TreePicker
        name="sektoret"
        legend={t.audience}
        chosen={chosen('sektoret')}
        options={SECTORS.map((value) => ({ value, label: texts.sectors[value] }))}
      />
      <TextField name="pjesemarresit" label={t.audienceNote} value={typed.pjesemarresit} error={errors.pjesemarresit} />
      <TreePicker
        name="gjuhet"
        legend={t.languages}
        chosen={chosen('gjuhet')}
        options={LANGUAGES.map((value) => ({ value, label: texts.languages[value] ?? value }))}
      />
    </>
  )
}

export const Coming = ({ lang, typed, errors }: Part) => {
  const texts = textsIn(lang)
  const t = texts.form
  return (
    <>
      <RadioField
        name="regjistrimi"
        legend={t.registration}
        value={typed.regjistrimi || 'none'}
        options={REGISTRATION_KINDS.map((value) => ({ value, label: texts.registrationKinds[value] }))}
      />
      <TextField
        name="vende"
        label={t.capacity}
        hint={t.capacityHint}
        value={typed.vende}
        error={errors.vende}
        width="5"
        inputmode="numeric"
      />
      <RadioField
        name="mbeshtetja"
        legend={t.basis}
        hint={t.basisHint}
        value={typed.mbeshtetja ?? ''}
        options={[
          { value: '', label: t.basisNone },
          { value: 'ligji', label: t.basisLaw },
        ]}
      />
      <TextField name="posta" label={t.contact} value={typed.posta} error={errors.posta} type="email" />
    </>
  )
}

/** The bodies it belongs to, and the topics and places by which it is found. */
export const Belongs = ({ lang, typed, view }: Part & { view: MeetingFormView }) => {
  const t = textsIn(lang).form
  const chosen = (name: string) => (typed[name] ?? '').split(' ').filter(Boolean)
  const picker = (name: string, legend: string, options: { value: string; label: string; depth?: number }[]) =>
    options.length > 0 && (
      <Details summary={legend} open={chosen(name).length > 0}>
        <TreePicker name={name} legend={legend} chosen={chosen(name)} options={options} />
      </Details>
    )
  return (
    <>
      {picker(
        'organet',
        t.bodies,
        view.bodies.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {picker(
        'fushat',
        t.topics,
        view.topics.map(({ id, name, depth }) => ({ value: id, label: name, depth })),
      )}
      {picker(
        'vendet',
        t.places,
        view.places.map(({ id, name }) => ({ value: id, label: name })),
      )}
    </>
  )
}
