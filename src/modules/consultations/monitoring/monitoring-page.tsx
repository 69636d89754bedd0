import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { Tag } from '#ui/tag.tsx'
import { PlanDocument } from '../plan/plan-document-part.tsx'
import { warningWords } from '../plan/warning-texts.ts'
import { RecordLinks } from '../record-links-part.tsx'
import { textsIn } from '../texts.ts'
import { officePlanUrls, officeUrls } from '../urls.ts'
import { MonitoringFields } from './fields-part.tsx'
import { MONITORING_KIND } from './monitoring-rules.ts'
import type { FilledView, MonitoringView } from './monitoring-view.ts'
import { monitoringUrls, officeMonitoringUrls as urls } from './urls.ts'

type Props = {
  page: PageContext
  view: MonitoringView
  typed: Typed
  errors?: FieldErrors
  /** The revision that the form carries. */
  revision: number
  status?: string | null
  /** What somebody else saved since the form was opened. */
  theirs?: { blocks: readonly FormBlock[]; by: string | null; at: Date } | null
}

/** The fifth section of the form, filled in: what was planned, what is counted, what the coordinator says of it. */
export const MonitoringPage = (props: Props) => {
  const { page, view, errors = {}, status = null } = props
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.monitoring.office
  const { plan } = view
  return (
    <Layout
      page={page}
      title={`${t.title}: ${plan.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officePlanUrls.one(plan.id)), label: plan.title }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <p class="govuk-caption-l">
        {plan.title} · {plan.institutionName}
      </p>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {view.refusal === null ? <Filled {...props} view={view} /> : <Refused {...props} />}
    </Layout>
  )
}

const Refused = ({ page: { lang }, view: { plan, refusal } }: Props) => {
  const t = textsIn(lang).monitoring.office
  if (refusal === null) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t.refusedTitle}</h2>
      <p class="govuk-body">{t.refusals[refusal]}</p>
      <p class="govuk-body">
        <a href={inLanguage(lang, officePlanUrls.one(plan.id))}>{t.toPlan}</a>
      </p>
    </>
  )
}

type FilledProps = Omit<Props, 'view'> & { view: FilledView }

const Filled = (props: FilledProps) => {
  const { page, view } = props
  const { lang } = page
  const t = textsIn(lang).monitoring.office
  return (
    <>
      <p class="govuk-body">{t.intro}</p>
      <Standing page={page} view={view} />
      <Theirs {...props} />
      <Disagreements page={page} view={view} />
      {view.mayWrite ? <Form {...props} /> : <PlanDocument lang={lang} blocks={view.blocks} />}
      <RecordLinks lang={lang} subject={refOf(MONITORING_KIND, view.plan.id)} mayTakeDown={view.mayTakeDown} />
    </>
  )
}

const Standing = ({ page: { lang }, view }: Pick<FilledProps, 'page' | 'view'>) => {
  const { office: t, stages } = textsIn(lang).monitoring
  const { plan, own, consultation, stage } = view
  return (
    <>
      <p class="govuk-body">
        <a href={inLanguage(lang, officeUrls.consultation(consultation.id))}>{consultation.title}</a>{' '}
        <Tag tone={stage === 'final' ? 'done' : 'plain'}>{stages[stage]}</Tag>
      </p>
      <p class="govuk-body">
        {own === null
          ? t.nothingYet
          : t.saved(own.writtenBy ?? t.someone, formatMoment(lang, own.writtenAt, plan.zone))}
      </p>
      {own && (
        <ul class="govuk-list">
          <li>
            <a href={inLanguage(lang, urls.publication(plan.id))}>{t.toPublication}</a>
          </li>
          {own.state === 'published' && (
            <li>
              <a href={inLanguage(lang, monitoringUrls.one(plan.id))}>{t.public}</a>
            </li>
          )}
        </ul>
      )}
    </>
  )
}

const Theirs = ({ page: { lang }, view, theirs }: FilledProps) => {
  if (!theirs) return null
  const t = textsIn(lang).monitoring.office
  return (
    <NoticeBanner title={t.meanwhileTitle}>
      <p class="govuk-body">{t.meanwhile}</p>
      <p class="govuk-body">
        <strong>{t.saved(theirs.by ?? t.someone, formatMoment(lang, theirs.at, view.plan.zone))}</strong>
      </p>
      <PlanDocument lang={lang} blocks={theirs.blocks} />
    </NoticeBanner>
  )
}

/** Planned figures that do not agree with each other, beside what came of them. */
const Disagreements = ({ page: { lang }, view }: Pick<FilledProps, 'page' | 'view'>) => {
  const { monitoring, plans } = textsIn(lang)
  const { disagreements, content } = view
  if (disagreements.length === 0) return null
  const meetings = content.counts === null ? monitoring.unknown : formatNumber(content.counts.meetings)
  return (
    <NoticeBanner title={plans.form.disagreement}>
      <ul class="govuk-list govuk-list--bullet">
        {disagreements.map((warning) => (
          <li>{monitoring.disagreement(warningWords(lang, warning), meetings)}</li>
        ))}
      </ul>
    </NoticeBanner>
  )
}

const Form = ({ page: { lang }, view, typed, errors = {}, revision }: FilledProps) => (
  <form method="post" action={inLanguage(lang, urls.one(view.plan.id))} id="monitorimi" novalidate data-submit-once>
    <input type="hidden" name="versioni" value={String(revision)} />
    <MonitoringFields lang={lang} content={view.content} typed={typed} errors={errors} />
    <Button kind="primary">{textsIn(lang).monitoring.office.save}</Button>
  </form>
)
