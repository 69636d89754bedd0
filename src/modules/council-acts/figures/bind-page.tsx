import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { ActNav } from '../making/act-nav-part.tsx'
import { actOfficeUrls } from '../urls.ts'
import type { BindView } from './bind-view.ts'
import { PlanLink } from './plan-link-part.tsx'
import { figureTexts } from './texts.ts'

type Props = { page: PageContext; view: BindView; error?: string | undefined; status?: string | null }

/** One act and the yearly plan. */
export const BindPage = ({ page, view, error, status = null }: Props) => {
  const { lang } = page
  const t = figureTexts(lang).bind
  return (
    <Layout
      page={page}
      title={`${t.title}: ${view.act.title}`}
      office
      status={status}
      error={error !== undefined}
      back={{ href: inLanguage(lang, actOfficeUrls.list()), label: t.backToActs }}
    >
      <ErrorSummary title={t.errorTitle} errors={error === undefined ? {} : { hyrja: error }} />
      <h1 class="govuk-heading-l">{view.act.title}</h1>
      <ActNav lang={lang} act={view.act} current="plan" />
      <h2 class="govuk-heading-m">{t.title}</h2>
      <p class="govuk-body">{t.lead}</p>
      <PlanLink lang={lang} view={view} error={error} />
    </Layout>
  )
}
