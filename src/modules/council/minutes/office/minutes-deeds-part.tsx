import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { mayDoMinutes } from '../minutes-rules.ts'
import { minutesTexts } from '../texts.ts'
import { minutesOfficeUrls as urls, minutesUrls } from '../urls.ts'
import type { OfficeMinutesView } from './office-minutes-view.ts'

type Props = { page: PageContext; view: OfficeMinutesView; typed: Typed; errors: FieldErrors; formId: string }

/** How they look, as files and on the page; versions that were published. */
export const MinutesFiles = ({ lang, view }: { lang: Lang; view: OfficeMinutesView }) => {
  const texts = minutesTexts(lang)
  const t = texts.office
  const { facts, minutes, versions } = view
  const { id, slug, zone } = facts.meeting
  const file = (format: string, whole: boolean) =>
    inLanguage(lang, urls.file(id, format)) + (whole ? '?pamja=e-plote' : '')
  return (
    <ul class="govuk-list">
      <li>
        <a href={inLanguage(lang, urls.preview(id))}>{t.preview}</a>
      </li>
      <li>
        {minutes?.state === 'approved' ? t.openFiles : t.draftFiles}: <a href={file('docx', false)}>DOCX</a>{' '}
        <a href={file('pdf', false)}>PDF</a>
      </li>
      {view.closedParts && (
        <li>
          {t.wholeFiles}: <a href={file('docx', true)}>DOCX</a> <a href={file('pdf', true)}>PDF</a>
        </li>
      )}
      {minutes?.state === 'approved' && (
        <li>
          <a href={inLanguage(lang, urls.copiesOf(id))}>{t.copies}</a>
        </li>
      )}
      {versions.map(({ version, publishedAt, state, reason }) => (
        <li>
          <a href={inLanguage(lang, minutesUrls.version(slug, version))}>
            {t.versionLine(version, formatDay(lang, publishedAt, zone), texts.states[state])}
          </a>
          {reason !== null && <span class="kv-quiet"> {reason}</span>}
        </li>
      ))}
    </ul>
  )
}

/** What becomes of them, each deed a form of its own. */
export const MinutesDeeds = (props: Props) => {
  const { minutes, mayApprove } = props.view
  if (!minutes || !mayApprove) return null
  return (
    <>
      {minutes.state === 'draft' && <Propose {...props} />}
      {mayDoMinutes(minutes.state, 'withdraw') && <Withdraw {...props} />}
      {mayDoMinutes(minutes.state, 'approve') && <Approve {...props} />}
      {mayDoMinutes(minutes.state, 'correct') && <Correct {...props} />}
    </>
  )
}

const Hidden = ({ view, formId }: Pick<Props, 'view' | 'formId'>) => (
  <>
    <input type="hidden" name="versioni" value={String(view.minutes?.version ?? 0)} />
    <input type="hidden" name="dergesa" value={formId} />
  </>
)

const Propose = ({ page: { lang }, view, formId, errors }: Props) => {
  const t = minutesTexts(lang).office
  return (
    <form method="post" action={inLanguage(lang, urls.propose(view.facts.meeting.id))} data-submit-once>
      <h2 class="govuk-heading-m">{t.proposeTitle}</h2>
      <Hidden view={view} formId={formId} />
      <CheckboxField name="boto" label={t.show} hint={t.showHint} error={errors.boto} />
      <Button kind="secondary" preventDoubleClick>
        {t.propose}
      </Button>
    </form>
  )
}

const Withdraw = ({ page: { lang }, view, formId, typed, errors }: Props) => {
  const t = minutesTexts(lang).office
  return (
    <form method="post" action={inLanguage(lang, urls.withdraw(view.facts.meeting.id))} data-submit-once>
      <h2 class="govuk-heading-m">{t.withdrawTitle}</h2>
      <Hidden view={view} formId={formId} />
      <TextField
        name="arsyeja-kthimit"
        label={t.withdrawReason}
        value={typed['arsyeja-kthimit']}
        error={errors['arsyeja-kthimit']}
      />
      <Button kind="secondary" preventDoubleClick>
        {t.withdraw}
      </Button>
    </form>
  )
}

const Approve = ({ page: { lang }, view, formId, typed, errors }: Props) => {
  const texts = minutesTexts(lang)
  const t = texts.office
  const choices = view.votes.map((one) => ({
    value: one.id,
    label: t.voteLine(
      formatDate(lang, one.day),
      one.question,
      `${one.votesFor}–${one.votesAgainst}–${one.votesAbstain}`,
    ),
  }))
  return (
    <form method="post" action={inLanguage(lang, urls.approve(view.facts.meeting.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.approveTitle}</h2>
      <WarningText assistive={t.warning}>{t.approveWarning}</WarningText>
      <Hidden view={view} formId={formId} />
      <SelectField
        name="votimi"
        label={t.vote}
        hint={t.voteHint}
        value={typed.votimi ?? choices[0]?.value ?? ''}
        error={errors.votimi}
        options={[...choices, { value: '', label: t.noVote }]}
      />
      <DateField
        name="dita"
        legend={t.approvedOn}
        legendSize="s"
        value={{ day: typed['dita-day'] ?? '', month: typed['dita-month'] ?? '', year: typed['dita-year'] ?? '' }}
        error={errors.dita}
        dayLabel={t.day}
        monthLabel={t.month}
        yearLabel={t.year}
      />
      <TextField name="shenim" label={t.approvedNote} value={typed.shenim} error={errors.shenim} />
      <Button preventDoubleClick>{t.approve}</Button>
    </form>
  )
}

const Correct = ({ page: { lang }, view, formId, typed, errors }: Props) => {
  const t = minutesTexts(lang).office
  return (
    <form method="post" action={inLanguage(lang, urls.correct(view.facts.meeting.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.correctTitle}</h2>
      <Hidden view={view} formId={formId} />
      <TextAreaField
        name="arsyeja"
        label={t.reason}
        hint={t.reasonHint}
        value={typed.arsyeja}
        error={errors.arsyeja}
        rows={3}
        maxLength={1000}
      />
      <Button preventDoubleClick>{t.correct}</Button>
    </form>
  )
}
