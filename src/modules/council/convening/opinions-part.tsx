import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { partsIn } from './moment-rules.ts'
import { PAPER_LIMITS as LIMITS, STANCES } from './paper-rules.ts'
import type { OfficePaperView } from './paper-view.ts'
import { conveningTexts, paperTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: OfficePaperView; typed: Typed; errors: FieldErrors }

/** What commissions said of a paper, and a form for the next one. */
export const OpinionsOfOffice = (part: Part) => {
  const { lang, view } = part
  const texts = paperTexts(lang)
  const t = texts.one
  return (
    <section aria-labelledby="mendimet">
      <h2 class="govuk-heading-m" id="mendimet">
        {t.opinions}
      </h2>
      {view.opinions.length === 0 && <EmptyState>{t.opinionsNone}</EmptyState>}
      <ul class="govuk-list">
        {view.opinions.map((one) => (
          <li>
            {(lang === 'en' && one.bodyEn) || one.body}: <strong>{texts.stances[one.stance]}</strong>,{' '}
            {formatDate(lang, one.givenOn)}
            {one.votesFor !== null && (
              <span class="kv-quiet"> ({t.counts(one.votesFor, one.votesAgainst ?? 0, one.votesAbstain ?? 0)})</span>
            )}
            {one.words !== null && <p class="govuk-body-s">{one.words}</p>}
          </li>
        ))}
      </ul>
      {view.mayWrite && view.commissions.length > 0 && <AddOpinion {...part} />}
    </section>
  )
}

const FIELDS = ['komisioni', 'mendimi', 'mendimi-fjale', 'mendimi-dita', 'pro', 'kunder', 'abstenime']

const AddOpinion = ({ lang, view, typed, errors }: Part) => {
  const [texts, common] = [paperTexts(lang), conveningTexts(lang)]
  const t = texts.one
  return (
    <Details summary={t.opinionAdd} open={FIELDS.some((name) => name in errors)}>
      <form method="post" action={inLanguage(lang, urls.opinions(view.paper.id))} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <SelectField
          name="komisioni"
          label={t.opinionBody}
          value={typed.komisioni}
          error={errors.komisioni}
          options={view.commissions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioField
          name="mendimi"
          legend={t.opinionStance}
          value={typed.mendimi}
          error={errors.mendimi}
          small
          options={STANCES.map((value) => ({ value, label: texts.stances[value] }))}
        />
        <TextAreaField
          name="mendimi-fjale"
          label={t.opinionWords}
          value={typed['mendimi-fjale']}
          error={errors['mendimi-fjale']}
          rows={4}
          maxLength={LIMITS.words}
        />
        <SelectField
          name="mbledhja"
          label={t.opinionMeeting}
          value={typed.mbledhja}
          options={[
            { value: '', label: t.opinionMeetingNone },
            ...view.commissionMeetings.map(({ id, body, day }) => ({
              value: id,
              label: `${body}, ${formatDate(lang, day)}`,
            })),
          ]}
        />
        <DateField
          name="mendimi-dita"
          legend={t.opinionDay}
          value={partsIn(typed, 'mendimi-dita')}
          error={errors['mendimi-dita']}
          dayLabel={common.form.dayLabel}
          monthLabel={common.form.monthLabel}
          yearLabel={common.form.yearLabel}
        />
        <Counts lang={lang} typed={typed} errors={errors} />
        <Button kind="secondary" preventDoubleClick>
          {t.opinionAdd}
        </Button>
      </form>
    </Details>
  )
}

const Counts = ({ lang, typed, errors }: Omit<Part, 'view'>) => {
  const t = paperTexts(lang).one
  const fields = [
    ['pro', t.votesFor],
    ['kunder', t.votesAgainst],
    ['abstenime', t.votesAbstain],
  ] as const
  return (
    <>
      {fields.map(([name, label]) => (
        <TextField name={name} label={label} value={typed[name]} error={errors[name]} width="5" inputmode="numeric" />
      ))}
    </>
  )
}
