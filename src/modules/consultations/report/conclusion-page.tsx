import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { AnswersNav } from '../answers/answers-nav-part.tsx'
import { officeMonitoringUrls } from '../monitoring/urls.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import type { ConclusionView } from './conclusion-view.ts'
import { OUTCOMES, REPORT_LIMITS } from './report-rules.ts'

type Props = {
  page: PageContext
  view: ConclusionView
  typed: Typed
  errors: FieldErrors
  status: string | null
  /** The number of each form, by which one that arrives twice is known. */
  forms: { conclude: string; reopen: string; renew: string }
}

/** The end of a consultation: what still misses an answer, then the statement of its outcome. */
export const ConclusionPage = (props: Props) => {
  const { page, view, errors, status } = props
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.reports.conclusion
  const { consultation, facts, refusal, mayConclude } = view
  return (
    <Layout
      page={page}
      title={`${t.title}: ${consultation.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultation(consultation.id)), label: consultation.title }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <AnswersNav lang={lang} id={consultation.id} rights={view.nav} current="conclusion" />
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body-s">{t.noTerm}</p>
      {refusal !== null && refusal !== 'already-concluded' && <Inset>{t.refusals[refusal]}</Inset>}
      {refusal === 'still-open' && consultation.closesOn && (
        <p class="govuk-body">{t.openUntil(formatDate(lang, consultation.closesOn))}</p>
      )}
      <Events page={page} view={view} />
      <Missing page={page} view={view} />
      <Warnings page={page} view={view} />
      <ul class="govuk-list">
        {mayConclude && (
          <li>
            <a href={inLanguage(lang, officeUrls.reportParts(consultation.id))}>{t.write}</a>
          </li>
        )}
        <li>
          <a href={inLanguage(lang, officeUrls.reportPreview(consultation.id))}>{t.preview}</a>
        </li>
      </ul>
      {!mayConclude && <p class="govuk-body">{t.notAllowed}</p>}
      {mayConclude && refusal === null && facts.unanswered === 0 && <Conclude {...props} />}
      {mayConclude && facts.concludedAt !== null && <Afterwards {...props} />}
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Events = ({ page: { lang }, view: { events, consultation, report } }: Part) => {
  const t = textsIn(lang).reports
  if (events.length === 0) return null
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {events.map((one) => (
          <li>
            {formatDay(lang, one.at, consultation.zone)}:{' '}
            {one.kind === 'concluded' ? t.events.concluded : t.events.reopened}. {one.reason}
          </li>
        ))}
      </ul>
      {report?.state === 'published' && consultation.slug !== null && (
        <p class="govuk-body">
          <a href={inLanguage(lang, consultationUrls.report(consultation.slug))}>{t.report.title}</a>
        </p>
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, officeMonitoringUrls.ofConsultation(consultation.id))}>{t.conclusion.monitoring}</a>
      </p>
    </>
  )
}

/** Every comment that misses a published answer, by code: up to fifty, and how many there are. */
const Missing = ({ page: { lang }, view: { unanswered, facts, consultation } }: Part) => {
  const t = textsIn(lang).reports.conclusion
  if (facts.unanswered === 0)
    return facts.concludedAt === null ? <p class="govuk-body">{t.allAnswered(formatNumber(facts.comments))}</p> : null
  const count = formatNumber(facts.unanswered)
  return (
    <section aria-labelledby="pa-pergjigje">
      <h2 class="govuk-heading-m" id="pa-pergjigje">
        {facts.concludedAt === null ? t.blocked(count) : t.after(count)}
      </h2>
      <p class="govuk-body">{facts.concludedAt === null ? t.blockedLead : t.afterLead}</p>
      <ul class="govuk-list govuk-list--bullet">
        {unanswered.map((one) => (
          <li>
            <a href={inLanguage(lang, officeUrls.comment(one.id))}>{one.code}</a>: {t.states[one.answerState]}
          </li>
        ))}
        {facts.unanswered > unanswered.length && (
          <li>{t.blockedMore(formatNumber(facts.unanswered - unanswered.length))}</li>
        )}
      </ul>
      <p class="govuk-body">
        <a href={inLanguage(lang, `/zyra/konsultime/${consultation.id}/pergjigjet`)}>{t.answerAll}</a>
      </p>
    </section>
  )
}

/** What stops nothing, and is better looked at first. */
const Warnings = ({ page: { lang }, view: { facts } }: Part) => {
  const t = textsIn(lang).reports.conclusion
  const lines = [
    ...(facts.waiting > 0 ? [t.waiting(formatNumber(facts.waiting))] : []),
    ...(facts.openLetters > 0 ? [t.letters(formatNumber(facts.openLetters))] : []),
    ...(facts.proposedGroups > 0 ? [t.groups(formatNumber(facts.proposedGroups))] : []),
  ]
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="shihni">
      <h2 class="govuk-heading-m" id="shihni">
        {t.warnings}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}

const Conclude = ({ page: { lang }, view, typed, errors, forms }: Props) => {
  const texts = textsIn(lang)
  const { conclusion: t, outcomes } = texts.reports
  const { consultation, report } = view
  const count = { maxLength: REPORT_LIMITS.statement, countText: texts.form.charactersLeft }
  return (
    <form method="post" action={inLanguage(lang, officeUrls.conclusion(consultation.id))} novalidate data-submit-once>
      <input type="hidden" name="versioni" value={String(consultation.version)} />
      <input type="hidden" name="dergesa" value={typed.dergesa || forms.conclude} />
      <RadioField
        name="rezultati"
        legend={t.outcome}
        value={typed.rezultati}
        error={errors.rezultati}
        options={OUTCOMES.map((one) => ({ value: one, label: outcomes[one] }))}
      />
      <TextAreaField
        name="deklarata"
        label={t.statement}
        hint={t.statementHint}
        value={typed.deklarata}
        error={errors.deklarata}
        lang="sq"
        {...count}
      />
      <TextAreaField
        name="deklarata-en"
        label={t.statementEn}
        value={typed['deklarata-en']}
        error={errors['deklarata-en']}
        lang="en"
        {...count}
      />
      {report !== null && report.version > 0 && (
        <TextAreaField
          name="arsyeja"
          label={t.reason}
          hint={t.reasonHint}
          value={typed.arsyeja}
          error={errors.arsyeja}
          rows={3}
        />
      )}
      <p class="govuk-body">{t.told}</p>
      <Button kind="primary" preventDoubleClick>
        {t.submit}
      </Button>
    </form>
  )
}

/** Of a consultation that was concluded: its report anew, or the whole taken up again. */
const Afterwards = ({ page: { lang }, view: { consultation, facts }, typed, errors, forms }: Props) => {
  const t = textsIn(lang).reports.conclusion
  return (
    <>
      {facts.unanswered === 0 && (
        <form
          method="post"
          action={inLanguage(lang, officeUrls.renewReport(consultation.id))}
          novalidate
          data-submit-once
        >
          <h2 class="govuk-heading-m">{t.anew}</h2>
          <input type="hidden" name="dergesa" value={forms.renew} />
          <TextAreaField
            name="arsyeja-versionit"
            label={t.reason}
            hint={t.reasonHint}
            value={typed['arsyeja-versionit']}
            error={errors['arsyeja-versionit']}
            rows={3}
          />
          <Button kind="secondary" preventDoubleClick>
            {t.anewSubmit}
          </Button>
        </form>
      )}
      <form method="post" action={inLanguage(lang, officeUrls.reopening(consultation.id))} novalidate data-submit-once>
        <h2 class="govuk-heading-m">{t.reopen}</h2>
        <p class="govuk-body">{t.reopenLead}</p>
        <input type="hidden" name="dergesa" value={forms.reopen} />
        <TextAreaField
          name="arsyeja-rihapjes"
          label={t.reopenReason}
          value={typed['arsyeja-rihapjes']}
          error={errors['arsyeja-rihapjes']}
          rows={3}
        />
        <Button kind="secondary" preventDoubleClick>
          {t.reopenSubmit}
        </Button>
      </form>
    </>
  )
}
