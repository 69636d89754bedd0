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
import { CALLERS, MEETING_KINDS, MEETING_LIMITS as LIMITS, MODES } from './convening-rules.ts'
import { partsIn } from './moment-rules.ts'
import type { MeetingFormView } from './office-view.ts'
import { conveningTexts } from './texts.ts'

type Part = { lang: Lang; country: 'AL' | 'XK'; typed: Typed; errors: FieldErrors; view: MeetingFormView }

const chosen = (typed: Typed, name: string) => (typed[name] ?? '').split(' ').filter(Boolean)

/** What kind of meeting it is, and who calls it. */
export const Calling = ({ lang, country, typed, errors, view }: Part) => {
  const texts = conveningTexts(lang)
  const t = texts.form
  return (
    <>
      <RadioField
        name="lloji"
        legend={t.kind}
        value={typed.lloji || 'ordinary'}
        error={errors.lloji}
        small
        options={MEETING_KINDS.map((value) => ({ value, label: texts.nouns[country][value] }))}
      />
      <SelectField
        name="thirri"
        label={t.calledBy}
        value={typed.thirri}
        error={errors.thirri}
        options={CALLERS.map((value) => ({ value, label: texts.callers[country][value] }))}
      />
      {view.members.length > 0 && (
        <Details summary={t.callers} open={typed.thirri === 'members' || chosen(typed, 'thirresit').length > 0}>
          <TreePicker
            name="thirresit"
            legend={t.callers}
            hint={t.callersHint}
            chosen={chosen(typed, 'thirresit')}
            options={view.members.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
        </Details>
      )}
      <TextAreaField
        name="arsyeja-thirrjes"
        label={t.callReason}
        hint={t.callReasonHint}
        value={typed['arsyeja-thirrjes']}
        error={errors['arsyeja-thirrjes']}
        rows={3}
        maxLength={LIMITS.callReason}
      />
      <TextField name="titulli" label={t.titleField} hint={t.titleHint} value={typed.titulli} error={errors.titulli} />
    </>
  )
}

export const When = ({ lang, typed, errors }: Part) => {
  const texts = conveningTexts(lang)
  const t = texts.form
  return (
    <>
      <DateField
        name="dita"
        legend={t.day}
        value={partsIn(typed, 'dita')}
        error={errors.dita}
        dayLabel={t.dayLabel}
        monthLabel={t.monthLabel}
        yearLabel={t.yearLabel}
      />
      <TextField name="ora" label={t.from} hint={t.hourHint} value={typed.ora} error={errors.ora} width="5" />
      <TextField name="mbarimi" label={t.to} value={typed.mbarimi} error={errors.mbarimi} width="5" />
      <TextField name="vendi" label={t.place} value={typed.vendi} error={errors.vendi} />
      <RadioField
        name="menyra"
        legend={t.mode}
        value={typed.menyra || 'in-person'}
        error={errors.menyra}
        small
        options={MODES.map((value) => ({ value, label: texts.modes[value] }))}
      />
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
        value={typed.aksesi}
        error={errors.aksesi}
        rows={2}
        maxLength={LIMITS.accessibility}
      />
    </>
  )
}

/** The bodies that sit with it, and whether the doors are asked to be closed. */
export const Beside = ({ lang, typed, errors, view }: Part) => {
  const t = conveningTexts(lang).form
  const others = view.bodies.filter(({ id }) => id !== typed.organi)
  return (
    <>
      {others.length > 0 && (
        <TreePicker
          name="bashke"
          legend={t.joint}
          chosen={chosen(typed, 'bashke')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <CheckboxField name="mbyllur" label={t.closed} hint={t.closedHint} checked={typed.mbyllur === 'po'} />
      <TextField
        name="mbyllja-kush"
        label={t.closedAskedBy}
        value={typed['mbyllja-kush']}
        error={errors['mbyllja-kush']}
      />
      <TextAreaField
        name="mbyllja-pse"
        label={t.closedReason}
        value={typed['mbyllja-pse']}
        error={errors['mbyllja-pse']}
        rows={2}
      />
    </>
  )
}
