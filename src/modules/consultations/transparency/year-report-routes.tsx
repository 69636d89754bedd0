import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { serveForm } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { BehindPage } from './behind-page.tsx'
import { ComparisonPage } from './comparison-page.tsx'
import {
  comparedActsAsCsv,
  comparedConsultationsAsCsv,
  comparisonAsCsv,
  comparisonAsData,
  viewComparison,
  type ComparisonView,
} from './comparison-view.ts'
import { ReportListPage } from './report-list-page.tsx'
import { transparencyTexts } from './texts.ts'
import { comparisonUrls, yearReportUrls as urls } from './urls.ts'
import { yearReportDocument } from './year-report-document-view.ts'
import { YearReportPage } from './year-report-page.tsx'
import {
  viewBehind,
  viewReportList,
  viewYearReport,
  yearIn,
  yearReportAsCsv,
  yearReportAsData,
  type YearReportView,
} from './year-report-view.ts'

const CSV = 'text/csv; charset=utf-8'

/** Yearly reports and the comparison as everybody reads them. Hung up before the pages of consultations. */
export function yearReportRoutes(app: WebApp, services: Services): void {
  app.get(urls.list(), async (c) => {
    const view = await viewReportList(services, c.get('lang'), c.req.query())
    return html(c, <ReportListPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
  app.get('/konsultime/raporte-vjetore/:year/:file{[a-z0-9-]+\\.(json|csv|docx|pdf)}', async (c) => {
    const [slug = '', format] = (c.req.param('file') ?? '').split('.')
    const view = await reportOf(c, services, slug, null)
    if (format === 'json') return json(c, yearReportAsData(view, services.settings.url))
    if (format === 'csv') return text(c, yearReportAsCsv(c.get('lang'), view), CSV)
    return heavyFile(c, services, view, format === 'pdf' ? 'pdf' : 'docx')
  })
  app.get(urls.one(':year', ':slug'), async (c) =>
    reportPage(c, services, await reportOf(c, services, c.req.param('slug') ?? '', null)),
  )
  app.get(urls.version(':year', ':slug', ':n{[0-9]{1,6}}'), async (c) =>
    reportPage(c, services, await reportOf(c, services, c.req.param('slug') ?? '', Number(c.req.param('n')))),
  )
  app.get(urls.behind(':year', ':slug'), async (c) => {
    const asked = {
      slug: c.req.param('slug') ?? '',
      year: c.req.param('year') ?? '',
      figure: c.req.query('shifra') ?? '',
    }
    const view = await viewBehind(services, c.get('lang'), asked)
    if (!view) throw notFound()
    return html(c, <BehindPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  comparisonRoutes(app, services)
}

function comparisonRoutes(app: WebApp, services: Services): void {
  app.get(comparisonUrls.current(), (c) => redirect(c, comparisonUrls.one(yearIn(services))))
  app.get('/konsultime/krahasimi/:file{[0-9]{4}\\.(json|csv)}', async (c) => {
    const [year = '', format] = (c.req.param('file') ?? '').split('.')
    const view = await comparisonOf(c, services, year)
    return format === 'json'
      ? json(c, comparisonAsData(view, services.settings.url))
      : text(c, comparisonAsCsv(view), CSV)
  })
  app.get('/konsultime/krahasimi/:year/:file{(konsultimet|aktet)\\.csv}', async (c) => {
    const { year } = await comparisonOf(c, services, c.req.param('year') ?? '')
    const words = c.req.param('file') === 'aktet.csv' ? comparedActsAsCsv : comparedConsultationsAsCsv
    return text(c, await words(services, year), CSV)
  })
  app.get(comparisonUrls.one(':year'), async (c) => {
    const view = await comparisonOf(c, services, c.req.param('year') ?? '')
    return html(c, <ComparisonPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
}

async function comparisonOf(c: WebContext, services: Services, year: string): Promise<ComparisonView> {
  const view = await viewComparison(services, c.get('lang'), { year, sort: c.req.query('rendit') })
  if (!view) throw notFound()
  return view
}

async function reportOf(c: WebContext, services: Services, slug: string, n: number | null): Promise<YearReportView> {
  const view = await viewYearReport(services, c.get('lang'), { slug, year: c.req.param('year') ?? '', n })
  if (!view) throw notFound()
  return view
}

const reportPage = (c: WebContext, services: Services, view: YearReportView): Promise<Response> =>
  html(c, <YearReportPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })

/** Made in a process of its own, and kept by what is in it. */
async function heavyFile(
  c: WebContext,
  services: Services,
  { report, institution }: YearReportView,
  format: 'docx' | 'pdf',
): Promise<Response> {
  if (!report) throw notFound()
  const form = yearReportDocument(c.get('lang'), { report, institution }, services.settings.url)
  const order = {
    form,
    madeAt: report.versionAt,
    name: `raporti-vjetor-${institution.slug}-${report.year}-v${report.version}`,
    format,
    open: true,
  }
  return (await serveForm(c, services, order)) ?? cannotBeMade(c, services, report.year, institution.slug)
}

/** Says so, and gives what there is instead. */
function cannotBeMade(c: WebContext, services: Services, year: number, slug: string): Promise<Response> {
  const lang = c.get('lang')
  const t = transparencyTexts(lang).page
  return html(
    c,
    <ErrorPage
      page={pageOf(c, services, null)}
      status={501}
      title={t.noFile}
      paragraphs={[t.noCompiler]}
      action={{ href: inLanguage(lang, urls.file(year, slug, 'docx')), label: t.docx }}
    />,
    { status: 501 },
  )
}
