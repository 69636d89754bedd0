import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { MatterThread } from '#ui/matter-thread.tsx'
import { MonitoringLink } from '../monitoring/monitoring-link-part.tsx'
import { textsIn } from '../texts.ts'
import { planUrls } from '../urls.ts'
import { SECTIONS } from './content-rules.ts'
import { PlanDocument } from './plan-document-part.tsx'
import { PLAN_KIND } from './plan-rules.ts'
import type { PublicPlanView } from './published-plan-view.ts'

type Props = { page: PageContext; view: PublicPlanView }

/** A plan as everybody reads it: the filled form, section by section, with its versions and its files. */
export const PublishedPlanPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).plans
  const { plan, consultationSlug } = view
  const newest = plan.version === plan.newest
  const canonical = !newest
    ? planUrls.version(plan.id, plan.version)
    : consultationSlug === null
      ? planUrls.one(plan.id)
      : planUrls.ofConsultation(consultationSlug)
  const title = lang === 'en' ? (plan.titleEn ?? plan.title) : plan.title
  const shown = lang === 'en' && plan.titleEn === null ? 'sq' : undefined
  return (
    <Layout
      page={page}
      title={`${t.page.of}: ${title}`}
      canonical={canonical}
      jsonHref={newest ? planUrls.data(plan.id) : planUrls.file(plan.id, plan.version, 'json')}
    >
      <header class="kv-matter">
        <p class="kv-matter__kind">{t.page.of}</p>
        <h1 class="govuk-heading-xl" lang={shown}>
          {title}
        </h1>
        <p class="govuk-body">{t.page.version(plan.version, formatDay(lang, plan.versionAt, plan.zone))}</p>
      </header>
      <Standing page={page} view={view} />
      <nav aria-labelledby="pjeset">
        <h2 class="govuk-heading-s" id="pjeset">
          {t.page.contents}
        </h2>
        <ol class="govuk-list govuk-list--number">
          {SECTIONS.map((section) => (
            <li>
              <a href={`#pjesa-${section}`}>{t.form.sections[section]}</a>
            </li>
          ))}
        </ol>
      </nav>
      <PlanDocument lang={lang} blocks={view.blocks} />
      <p class="govuk-body-s">{t.page.boxes}</p>
      <Files page={page} view={view} />
      {newest && (
        <FollowLinks lang={lang} query={selectionQuery({ ...EVERYTHING, matter: refOf(PLAN_KIND, plan.id) })} />
      )}
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

/** Whose it is, what it belongs to, and whether it is the version that stands now. */
const Standing = ({ page: { lang, now }, view: { plan, institution, thread, monitoring } }: Props) => {
  const t = textsIn(lang).plans.page
  return (
    <>
      {plan.version < plan.newest && (
        <Inset>
          {t.earlier(plan.newest)} <a href={inLanguage(lang, planUrls.one(plan.id))}>{t.newest}</a>
        </Inset>
      )}
      {plan.reason !== null && <p class="govuk-body">{t.reason(plan.reason)}</p>}
      <p class="govuk-body">
        <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a>
      </p>
      <MatterThread lang={lang} thread={thread} today={civilDateIn(plan.zone, now)} />
      <MonitoringLink lang={lang} monitoring={monitoring} />
      {lang === 'en' && <p class="govuk-body kv-quiet">{t.inLanguageNote}</p>}
    </>
  )
}

const Files = ({ page: { lang }, view: { plan, versions } }: Props) => {
  const t = textsIn(lang).plans.page
  const file = (format: string) => inLanguage(lang, planUrls.file(plan.id, plan.version, format))
  return (
    <section aria-labelledby="skedaret">
      <h2 class="govuk-heading-m" id="skedaret">
        {t.files}
      </h2>
      <ul class="govuk-list">
        <li>
          <a href={file('docx')}>{t.docx}</a>
        </li>
        <li>
          <a href={file('pdf')}>{t.pdf}</a>
        </li>
        <li>
          <a href={planUrls.file(plan.id, plan.version, 'json')}>{t.data}</a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{t.versions}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map(({ n, publishedAt, reason }) => (
          <li>
            <a href={inLanguage(lang, planUrls.version(plan.id, n))}>
              {t.version(n, formatDay(lang, publishedAt, plan.zone))}
            </a>
            {reason !== null && <p class="kv-quiet">{t.reason(reason)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
