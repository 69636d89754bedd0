import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Jurisdiction } from '#platform/institutions/institution-rules.ts'
import type { HousePerson } from '#platform/tasks/people-queries.ts'
import { HOUSE_ROLES } from '#platform/auth/visitor.ts'
import { LONGEST_TITLE, LONGEST_WORDS } from '#platform/tasks/task-rules.ts'
import { DateField } from '#ui/date-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { roleWord } from './task-rows-part.tsx'
import { taskTexts } from './texts.ts'

type FieldsProps = { lang: Lang; typed: Typed; errors: FieldErrors }

/** What is to be done, and until when. */
export const TaskWordsFields = ({ lang, typed, errors }: FieldsProps) => {
  const t = taskTexts(lang).form
  return (
    <>
      <TextField
        name="titulli"
        label={t.what}
        hint={t.whatHint}
        value={typed.titulli}
        error={errors.titulli}
        maxLength={LONGEST_TITLE}
        required
      />
      <TextAreaField
        name="shpjegimi"
        label={t.words}
        rows={3}
        value={typed.shpjegimi}
        error={errors.shpjegimi}
        maxLength={LONGEST_WORDS}
      />
      <DateField
        name="afati"
        legend={t.due}
        hint={t.dueHint}
        value={{
          day: typed['afati-day'] ?? '',
          month: typed['afati-month'] ?? '',
          year: typed['afati-year'] ?? '',
        }}
        error={errors.afati}
        dayLabel={t.day}
        monthLabel={t.month}
        yearLabel={t.year}
      />
    </>
  )
}

type ToProps = FieldsProps & { people: readonly HousePerson[]; jurisdiction: Jurisdiction }

/** To a colleague, or to a role: one question. */
export const TaskToField = ({ lang, typed, errors, people, jurisdiction }: ToProps) => {
  const t = taskTexts(lang).form
  return (
    <SelectField
      name="kujt"
      label={t.to}
      value={typed.kujt}
      error={errors.kujt}
      options={[
        { value: '', label: t.choose },
        ...people.map(({ id, name, post }) => ({ value: `llogari:${id}`, label: t.person(name, post) })),
        ...HOUSE_ROLES.map((role) => ({ value: `rol:${role}`, label: t.role(roleWord(lang, role, jurisdiction)) })),
      ]}
    />
  )
}
