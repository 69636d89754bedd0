import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { otherLang } from '../consultation-facts-part.tsx'
import { PlanDocument } from '../plan/plan-document-part.tsx'
import { MonitoringLink } from '../monitoring/monitoring-link-part.tsx'
import { ComplaintLink } from './complaint-link-part.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { PARTS } from './report-rules.ts'
import type { PublicReportView } from './report-view.ts'

type Props = { page: PageContext; view: PublicReportView }

/** A version of the report as everybody reads it, with its files and the other versions. */
export const ReportPage = ({ page, view }: Props) => {
  const { lang } = page
  const { reports: texts } = textsIn(lang)
  const t = texts.report
  const { consultation, report, institution } = view
  const { slug, zone } = consultation
  const newest = report.version === report.newest
  return (
    <Layout
      page={page}
      title={t.of(consultation.title)}
      canonical={newest ? consultationUrls.report(slug) : consultationUrls.reportVersion(slug, report.version)}
      jsonHref={consultationUrls.reportFile(slug, report.version, 'json')}
      back={{ href: inLanguage(lang, consultationUrls.one(slug)), label: consultation.title }}
    >
      <header class="kv-matter">
        <p class="kv-matter__kind">{t.title}</p>
        <h1 class="govuk-heading-xl" lang={otherLang(consultation.shownLang, lang)}>
          {consultation.title}
        </h1>
        <p class="govuk-body">
          {t.version(report.version, formatDay(lang, report.versionAt, zone))}.{' '}
          <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a>
        </p>
      </header>
      <Standing page={page} view={view} />
      <MonitoringLink lang={lang} monitoring={view.monitoring} />
      <nav aria-labelledby="pjeset-e-raportit">
        <h2 class="govuk-heading-s" id="pjeset-e-raportit">
          {t.contents}
        </h2>
        <ul class="govuk-list">
          <li>
            <a href="#shifrat">{texts.figures.title}</a>
          </li>
          {PARTS.map((part, n) => (
            <li>
              <a href={`#pjesa-${n + 1}`}>
                {n + 1}. {texts.parts[part]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <PlanDocument lang="sq" blocks={view.blocks} />
      <Annexes page={page} view={view} />
      <Files page={page} view={view} />
      <ComplaintLink lang={lang} slug={slug} />
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

/** Whether it is the version that stands, and whether the consultation was taken up again since. */
const Standing = ({ page: { lang }, view: { report, consultation, reopenedOn } }: Props) => {
  const t = textsIn(lang).reports.report
  return (
    <>
      {report.version < report.newest && (
        <Inset>
          {t.earlier(report.newest)}{' '}
          <a href={inLanguage(lang, consultationUrls.report(consultation.slug))}>{t.newest}</a>
        </Inset>
      )}
      {reopenedOn !== null && <Inset>{t.reopenedOn(reopenedOn)}</Inset>}
      {report.reason !== null && <p class="govuk-body">{t.reason(report.reason)}</p>}
    </>
  )
}

const Annexes = ({ page: { lang }, view: { consultation, content } }: Props) => {
  const t = textsIn(lang).reports.report
  const { slug } = consultation
  return (
    <section aria-labelledby="shtojcat">
      <h2 class="govuk-heading-l" id="shtojcat">
        {t.annexes}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a href={inLanguage(lang, consultationUrls.matrix(slug))}>{t.annexMatrix}</a>
        </li>
        {content.plan && (
          <li>
            <a href={inLanguage(lang, `/konsultime/plane/${content.plan.id}`)}>{t.annexMonitoring}</a>
          </li>
        )}
        {content.meetings
          .filter(({ minutes }) => minutes)
          .map((one) => (
            <li>
              <a href={inLanguage(lang, `/takime/${one.slug}`)}>
                {t.annexMinutes}: {one.title}
              </a>
            </li>
          ))}
        {content.documents.map(({ id, title }) => (
          <li>
            <a href={inLanguage(lang, consultationUrls.document(slug, id))}>
              {t.annexDocuments}: {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Files = ({ page: { lang }, view: { report, versions, consultation } }: Props) => {
  const t = textsIn(lang).reports.report
  const { slug, zone } = consultation
  const file = (format: string) => inLanguage(lang, consultationUrls.reportFile(slug, report.version, format))
  return (
    <section aria-labelledby="skedaret">
      <h2 class="govuk-heading-m" id="skedaret">
        {t.files}
      </h2>
      <ul class="govuk-list">
        {(['pdf', 'docx', 'csv'] as const).map((format) => (
          <li>
            <a href={file(format)}>{t[format]}</a>
          </li>
        ))}
        <li>
          <a href={consultationUrls.reportFile(slug, report.version, 'json')}>{t.json}</a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{t.versions}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map(({ n, publishedAt, reason }) => (
          <li>
            <a href={inLanguage(lang, consultationUrls.reportVersion(slug, n))}>
              {t.version(n, formatDay(lang, publishedAt, zone))}
            </a>
            {reason !== null && <p class="kv-quiet">{t.reason(reason)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
