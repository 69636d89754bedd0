import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { textsIn } from '../texts.ts'
import { officePlanUrls } from '../urls.ts'
import { SECTIONS, type Section } from './content-rules.ts'
import type { Filled } from './fields-part.tsx'
import { MeasuresPart } from './measures-part.tsx'
import { MonitoringFields } from './monitoring-fields-part.tsx'
import { ResourceFields, ResponseFields, TimelineFields } from './other-fields-part.tsx'
import { PlanDocument } from './plan-document-part.tsx'
import type { PlanView } from './plan-view.ts'
import { ScopeFields } from './scope-fields-part.tsx'
import { warningWords } from './warning-texts.ts'

export type SectionPageProps = {
  page: PageContext
  view: PlanView
  section: Section
  typed: Typed
  errors: FieldErrors
  /** The lock that the form carries. */
  version: number
  rows: Filled['rows']
  used: Filled['used']
  /** What somebody else saved since the form was opened. */
  theirs: { blocks: readonly FormBlock[]; by: string | null; at: Date } | null
}

/** One section of a plan, as a form beside the guidance of the form. */
export const SectionPage = (props: SectionPageProps) => {
  const { page, view, section, typed, errors, version, rows, used } = props
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.plans
  const { plan } = view
  const name = `${section}. ${t.form.sections[section]}`
  const of: Filled = { lang, typed, errors, rows, used }
  return (
    <Layout
      page={page}
      title={`${name}: ${plan.title}`}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officePlanUrls.one(plan.id)), label: plan.title }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <p class="govuk-caption-l">{plan.title}</p>
      <h1 class="govuk-heading-l">{name}</h1>
      <SectionNav {...props} />
      <p class="govuk-body">{t.guidance[section]}</p>
      <Theirs {...props} />
      <SectionWarnings {...props} />
      {section === 5 && <MeasuresPart lang={lang} planId={plan.id} zone={plan.zone} measures={view.measures} />}
      <form method="post" action={inLanguage(lang, officePlanUrls.section(plan.id, section))} id="pjesa" novalidate>
        {/* Enter in a field presses the first button of a form: that is to save, never to add a row. */}
        <span class="govuk-visually-hidden" aria-hidden="true">
          <button type="submit" tabindex={-1}>
            {t.section.save}
          </button>
        </span>
        <input type="hidden" name="versioni" value={String(version)} />
        <Fields section={section} of={of} />
        <Button kind="primary">{t.section.save}</Button>
      </form>
      <p class="govuk-body">
        <a href={inLanguage(lang, officePlanUrls.one(plan.id))}>{t.section.cancel}</a>
      </p>
    </Layout>
  )
}

const Fields = ({ section, of }: { section: Section; of: Filled }) => {
  switch (section) {
    case 1:
      return <ScopeFields of={of} />
    case 2:
      return <TimelineFields of={of} />
    case 3:
      return <ResourceFields of={of} />
    case 4:
      return <ResponseFields of={of} />
    case 5:
      return <MonitoringFields of={of} />
  }
}

const SectionNav = ({ page: { lang }, view: { plan }, section }: SectionPageProps) => (
  <SubNav
    label={textsIn(lang).plans.overview.sections}
    items={SECTIONS.map((one) => ({
      href: inLanguage(lang, officePlanUrls.section(plan.id, one)),
      label: `${one}. ${textsIn(lang).plans.form.sections[one]}`,
      current: one === section,
    }))}
  />
)

const Theirs = ({ page: { lang }, view, theirs }: SectionPageProps) => {
  if (!theirs) return null
  const t = textsIn(lang).plans.section
  return (
    <NoticeBanner title={t.meanwhileTitle}>
      <p class="govuk-body">{t.meanwhile}</p>
      <p class="govuk-body">
        <strong>{t.theirs(theirs.by ?? t.someone, formatMoment(lang, theirs.at, view.plan.zone))}</strong>
      </p>
      <PlanDocument lang={lang} blocks={theirs.blocks} />
    </NoticeBanner>
  )
}

const SectionWarnings = ({ page: { lang }, view, section }: SectionPageProps) => {
  const warnings = view.warnings.filter(({ sections }) => sections.includes(section))
  if (warnings.length === 0) return null
  return (
    <NoticeBanner title={textsIn(lang).plans.overview.warnings}>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map((warning) => (
          <li>{warningWords(lang, warning)}</li>
        ))}
      </ul>
    </NoticeBanner>
  )
}
