import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { LIMITS, mayDo } from '../meeting-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls as urls } from '../urls.ts'
import type { FormPart } from './form-part.ts'
import { OUTCOME_ROLES } from './outcome-role-rules.ts'

/** What came out of it, with the task of each conclusion and how it stands. */
export const OutcomesOfOffice = ({ lang, view, typed, errors }: FormPart) => {
  const texts = textsIn(lang)
  const t = texts.outcome
  const { meeting, outcomes, mayWrite } = view
  if (meeting.state !== 'held') return null
  const task = (one: (typeof outcomes)[number]) =>
    one.taskId === null || one.taskState === null ? (
      '–'
    ) : (
      <a href={inLanguage(lang, urls.task(one.taskId))}>{t.taskStates[one.taskState]}</a>
    )
  return (
    <section aria-labelledby="perfundimet">
      <h2 class="govuk-heading-m" id="perfundimet">
        {texts.page.outcomes}
      </h2>
      {outcomes.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={texts.page.outcomes}
          captionHidden
          head={[{ label: t.kind }, { label: t.words }, { label: t.role }, { label: t.due }, { label: t.task }]}
          rows={outcomes.map((one) => [
            t.kinds[one.kind],
            one.words,
            one.role === null ? '–' : (t.roles[one.role] ?? one.role),
            one.dueOn === null ? '–' : formatDate(lang, one.dueOn),
            task(one),
          ])}
        />
      )}
      {mayWrite && mayDo(meeting.state, 'outcome') && <AddOutcome {...{ lang, view, typed, errors }} />}
    </section>
  )
}

const FIELDS = ['lloji', 'fjalet', 'fjalet-en', 'afati']

const AddOutcome = ({ lang, view: { meeting }, typed, errors }: FormPart) => {
  const texts = textsIn(lang)
  const t = texts.outcome
  return (
    <Details summary={t.add} open={FIELDS.some((field) => field in errors)}>
      <form method="post" action={inLanguage(lang, urls.outcomes(meeting.id))} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <RadioField
          name="lloji"
          legend={t.kind}
          value={typed.lloji ?? 'conclusion'}
          error={errors.lloji}
          options={(['conclusion', 'decision'] as const).map((value) => ({ value, label: t.kinds[value] }))}
        />
        <TextAreaField
          name="fjalet"
          label={t.words}
          hint={t.wordsHint}
          value={typed.fjalet}
          error={errors.fjalet}
          rows={3}
          maxLength={LIMITS.outcome}
        />
        <TextAreaField
          name="fjalet-en"
          label={t.wordsEn}
          value={typed['fjalet-en']}
          error={errors['fjalet-en']}
          rows={3}
          maxLength={LIMITS.outcome}
        />
        <SelectField
          name="roli"
          label={t.role}
          hint={t.roleHint}
          value={typed.roli}
          options={[
            { value: '', label: t.roleNone },
            ...OUTCOME_ROLES.map((value) => ({ value, label: t.roles[value] ?? value })),
          ]}
        />
        <DateField
          name="afati"
          legend={t.due}
          value={{ day: typed['afati-day'] ?? '', month: typed['afati-month'] ?? '', year: typed['afati-year'] ?? '' }}
          error={errors.afati}
          dayLabel={texts.form.dayLabel}
          monthLabel={texts.form.monthLabel}
          yearLabel={texts.form.yearLabel}
        />
        <Button kind="secondary" preventDoubleClick>
          {t.add}
        </Button>
      </form>
    </Details>
  )
}
