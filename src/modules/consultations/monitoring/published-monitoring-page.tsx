import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { FollowLinks } from '#ui/follow-links.tsx'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { PlanDocument } from '../plan/plan-document-part.tsx'
import { matrixQuery, WHOLE_MATRIX } from '../report/matrix-rules.ts'
import { tellingUrls } from '../telling/urls.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, planUrls } from '../urls.ts'
import type { PublicMonitoringView } from './published-monitoring-view.ts'
import { monitoringUrls } from './urls.ts'

type Props = { page: PageContext; view: PublicMonitoringView }

/** The monitoring as everybody reads it: the filled fifth section, the lists behind its figures, its versions and files. */
export const PublishedMonitoringPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).monitoring
  const { monitoring } = view
  const { id, version, newest, stage, versionAt, zone } = monitoring
  const isNewest = version === newest
  return (
    <Layout
      page={page}
      title={`${t.page.title}: ${monitoring.title}`}
      canonical={isNewest ? monitoringUrls.one(id) : monitoringUrls.version(id, version)}
      jsonHref={isNewest ? monitoringUrls.file(id, 'json') : monitoringUrls.versionFile(id, version, 'json')}
    >
      <header class="kv-matter">
        <p class="kv-matter__kind">{t.form}</p>
        <h1 class="govuk-heading-xl" lang={lang === 'en' ? 'sq' : undefined}>
          {monitoring.title}
        </h1>
        <p class="govuk-body">{t.page.version(version, t.stages[stage], formatDay(lang, versionAt, zone))}</p>
      </header>
      <Standing page={page} view={view} />
      <h2 class="govuk-heading-l">{t.page.title}</h2>
      <PlanDocument lang={lang} blocks={view.blocks} />
      <p class="govuk-body-s">{t.page.boxes}</p>
      <Behind page={page} view={view} />
      <Files page={page} view={view} />
      {isNewest && (
        <FollowLinks
          lang={lang}
          query={selectionQuery({ ...EVERYTHING, matter: refOf(CONSULTATION_KIND, monitoring.consultationId) })}
        />
      )}
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

const Standing = ({ page: { lang }, view: { monitoring, institution, consultation } }: Props) => {
  const t = textsIn(lang).monitoring.page
  return (
    <>
      {monitoring.version < monitoring.newest && (
        <Inset>
          {t.earlier(monitoring.newest)} <a href={inLanguage(lang, monitoringUrls.one(monitoring.id))}>{t.newest}</a>
        </Inset>
      )}
      {monitoring.reason !== null && <p class="govuk-body">{t.reason(monitoring.reason)}</p>}
      {monitoring.stage === 'interim' && <p class="govuk-body">{t.interimNote}</p>}
      <p class="govuk-body">
        <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a>
      </p>
      <p class="govuk-body">
        <a href={inLanguage(lang, planUrls.one(monitoring.id))}>{t.plan}</a>
      </p>
      {consultation && (
        <p class="govuk-body">
          {t.consultation}:{' '}
          <a href={inLanguage(lang, consultationUrls.one(consultation.slug))} lang={lang === 'en' ? 'sq' : undefined}>
            {consultation.title}
          </a>
        </p>
      )}
      {lang === 'en' && <p class="govuk-body kv-quiet">{t.languageNote}</p>}
    </>
  )
}

/** Whoever wants to count again starts here. */
const Behind = ({ page: { lang }, view }: Props) => {
  const t = textsIn(lang).monitoring.page
  const { consultation, content, reportPublic, satisfaction } = view
  if (consultation === null || content.counts === null) return null
  const { slug } = consultation
  const narrowed = (decision: 'accepted' | 'partly-accepted') =>
    `${consultationUrls.matrix(slug)}?${matrixQuery({ ...WHOLE_MATRIX, decision }, false)}`
  const lists = [
    [consultationUrls.matrix(slug), t.lists.comments],
    [narrowed('accepted'), t.lists.accepted],
    [narrowed('partly-accepted'), t.lists.partly],
    [consultationUrls.comments(slug), t.lists.spoken],
    [consultationUrls.one(slug), t.lists.meetings],
    ...(reportPublic ? [[consultationUrls.report(slug), t.lists.report]] : []),
    [tellingUrls.satisfaction(), t.lists.satisfaction],
  ] as const
  return (
    <section aria-labelledby="listat">
      <h2 class="govuk-heading-m" id="listat">
        {t.behind}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {lists.map(([href = '', words]) => (
          <li>
            <a href={inLanguage(lang, href)}>{words}</a>
          </li>
        ))}
      </ul>
      {satisfaction.ratings > 0 && (
        <p class="govuk-body">
          {satisfaction.share === null
            ? t.fewRatings(formatNumber(satisfaction.ratings))
            : t.satisfaction(
                formatNumber(satisfaction.satisfied),
                formatNumber(satisfaction.ratings),
                formatNumber(satisfaction.share),
              )}
        </p>
      )}
    </section>
  )
}

const Files = ({ page: { lang }, view: { monitoring, versions } }: Props) => {
  const t = textsIn(lang).monitoring
  const { id, version, zone } = monitoring
  const file = (format: string) => inLanguage(lang, monitoringUrls.versionFile(id, version, format))
  return (
    <section aria-labelledby="skedaret">
      <h2 class="govuk-heading-m" id="skedaret">
        {t.page.files}
      </h2>
      <ul class="govuk-list">
        <li>
          <a href={file('docx')}>{t.page.docx}</a>
        </li>
        <li>
          <a href={file('pdf')}>{t.page.pdf}</a>
        </li>
        <li>
          <a href={monitoringUrls.versionFile(id, version, 'json')}>{t.page.data}</a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{t.page.versions}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map(({ n, stage, publishedAt, reason }) => (
          <li>
            <a href={inLanguage(lang, monitoringUrls.version(id, n))}>
              {t.page.version(n, t.stages[stage], formatDay(lang, publishedAt, zone))}
            </a>
            {reason !== null && <p class="kv-quiet">{t.page.reason(reason)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
