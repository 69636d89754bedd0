import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ITEM_KINDS, MEETING_LIMITS as LIMITS } from './convening-rules.ts'
import { PAPER_ACT_KINDS } from './paper-rules.ts'
import { agendaTexts, conveningTexts } from './texts.ts'

type Part = {
  lang: Lang
  typed: Typed
  errors: FieldErrors
  papers: readonly { id: string; title: string }[]
}

const CLOSING = ['mbyllur', 'titulli-publik', 'mbyllja-kush', 'mbyllja-pse']

/** An item of the agenda: its words, paper and hearing, and its doors. */
export const ItemFieldsPart = ({ lang, typed, errors, papers }: Part) => {
  const [t, texts] = [agendaTexts(lang), conveningTexts(lang)]
  const none = { value: '', label: t.paperNone }
  return (
    <>
      <TextAreaField name="titulli" label={t.titleField} value={typed.titulli} error={errors.titulli} rows={2} />
      <SelectField
        name="lloji"
        label={t.kind}
        value={typed.lloji}
        error={errors.lloji}
        options={ITEM_KINDS.map((value) => ({ value, label: texts.itemKinds[value] }))}
      />
      <SelectField
        name="materiali"
        label={t.paper}
        value={typed.materiali}
        error={errors.materiali}
        options={[none, ...papers.map(({ id, title }) => ({ value: id, label: shortened(title) }))]}
      />
      <SelectField
        name="akti"
        label={t.actKind}
        hint={t.actKindHint}
        value={typed.akti}
        options={[
          { value: '', label: t.actKindNone },
          ...PAPER_ACT_KINDS.map((value) => ({ value, label: texts.actKinds[value] ?? value })),
        ]}
      />
      <TextField name="referon" label={t.rapporteur} value={typed.referon} error={errors.referon} />
      <Hearing lang={lang} typed={typed} errors={errors} />
      <TextField
        name="titulli-en"
        label={t.titleEn}
        value={typed['titulli-en']}
        error={errors['titulli-en']}
        lang="en"
      />
      <Doors lang={lang} typed={typed} errors={errors} />
    </>
  )
}

const Hearing = ({ lang, typed, errors }: Omit<Part, 'papers'>) => {
  const t = agendaTexts(lang)
  return (
    <>
      <TextField
        name="ora-degjeses"
        label={t.hearingAt}
        hint={t.hearingHint}
        value={typed['ora-degjeses']}
        error={errors['ora-degjeses']}
        width="5"
      />
      <TextField
        name="minuta"
        label={t.speakerMinutes}
        value={typed.minuta}
        error={errors.minuta}
        width="5"
        inputmode="numeric"
      />
    </>
  )
}

const Doors = ({ lang, typed, errors }: Omit<Part, 'papers'>) => {
  const t = agendaTexts(lang)
  return (
    <Details summary={t.doors} open={typed.mbyllur === 'po' || CLOSING.some((name) => name in errors)}>
      <CheckboxField name="mbyllur" label={t.closedField} hint={t.closedHint} checked={typed.mbyllur === 'po'} />
      <TextField
        name="titulli-publik"
        label={t.publicTitle}
        value={typed['titulli-publik']}
        error={errors['titulli-publik']}
      />
      <TextField name="mbyllja-kush" label={t.askedBy} value={typed['mbyllja-kush']} error={errors['mbyllja-kush']} />
      <TextAreaField
        name="mbyllja-pse"
        label={t.closedReason}
        value={typed['mbyllja-pse']}
        error={errors['mbyllja-pse']}
        rows={2}
        maxLength={LIMITS.reason}
      />
    </Details>
  )
}

const shortened = (words: string): string => ([...words].length > 90 ? `${[...words].slice(0, 88).join('')}…` : words)
