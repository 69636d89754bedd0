import type { Door } from '#platform/door.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { serveForm } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { DashboardPage } from './dashboard-page.tsx'
import { dashboardAsCsv, viewDashboard } from './dashboard-view.ts'
import { figureOfficeRoutes } from './figure-office-routes.tsx'
import { PlanPage } from './plan-page.tsx'
import { planAsCsv, viewPlan } from './plan-view.ts'
import { reportDocument } from './report-document-view.ts'
import { ReportListPage, ReportPage } from './report-page.tsx'
import { reportAsCsv, reportAsData, viewReport, viewReportList, type ReportView } from './report-view.ts'
import { figureTexts } from './texts.ts'
import { figureUrls as urls } from './urls.ts'

const CSV = 'text/csv; charset=utf-8'

/** The plan beside what was adopted, the acts in numbers, and the yearly reports. Hung up before the pages of single acts. */
export function figureRoutes(app: WebApp, { services }: { services: Services; doors: readonly Door[] }): void {
  app.get(urls.plan(), async (c) => {
    const view = await viewPlan(services, c.get('lang'), c.req.query())
    return html(c, <PlanPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  app.get(urls.planCsv(), async (c) => {
    const csv = await planAsCsv(services, c.get('lang'), c.req.query())
    if (csv === null) throw notFound()
    return text(c, csv, CSV)
  })
  app.get(urls.figures(), async (c) => {
    const view = await viewDashboard(services, c.get('lang'), c.req.query())
    return html(c, <DashboardPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  app.get(urls.figuresCsv(), async (c) => {
    const lang = c.get('lang')
    return text(c, dashboardAsCsv(lang, await viewDashboard(services, lang, c.req.query())), CSV)
  })
  reportRoutes(app, services)
  figureOfficeRoutes(app, services)
}

const FILE = '\\.(json|csv|docx|pdf)}'

function reportRoutes(app: WebApp, services: Services): void {
  const find = async (c: WebContext, year: string, n: number | null): Promise<ReportView> => {
    const view = await viewReport(services, c.get('lang'), { slug: c.req.param('slug') ?? '', year, n })
    if (!view) throw notFound()
    return view
  }
  const show = (c: WebContext, view: ReportView) =>
    html(c, <ReportPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })

  app.get(urls.reports(), async (c) => {
    const view = await viewReportList(services, c.get('lang'))
    return html(c, <ReportListPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
  app.get(`/aktet/raportet/:slug/:file{[0-9]{4}${FILE}`, async (c) => {
    const [year = '', format = ''] = (c.req.param('file') ?? '').split('.')
    return fileOf(c, services, await find(c, year, null), format)
  })
  app.get(`/aktet/raportet/:slug/:year/versioni/:file{[0-9]{1,6}${FILE}`, async (c) => {
    const [n = '', format = ''] = (c.req.param('file') ?? '').split('.')
    return fileOf(c, services, await find(c, c.req.param('year') ?? '', Number(n)), format)
  })
  app.get(urls.report(':slug', ':year'), async (c) => show(c, await find(c, c.req.param('year') ?? '', null)))
  app.get(urls.version(':slug', ':year', ':n{[0-9]{1,6}}'), async (c) =>
    show(c, await find(c, c.req.param('year') ?? '', Number(c.req.param('n')))),
  )
}

function fileOf(c: WebContext, services: Services, view: ReportView, format: string): Response | Promise<Response> {
  if (format === 'json') return json(c, reportAsData(view, services.settings.url))
  if (format === 'csv') return text(c, reportAsCsv(c.get('lang'), view), CSV)
  return heavyFile(c, services, view, format === 'pdf' ? 'pdf' : 'docx')
}

/** Made in a process of its own, and kept by what is in it. */
async function heavyFile(
  c: WebContext,
  services: Services,
  view: ReportView,
  format: 'docx' | 'pdf',
): Promise<Response> {
  const { report, institution } = view
  const form = reportDocument(c.get('lang'), view, services.settings.url)
  const order = {
    form,
    madeAt: report.versionAt,
    name: `raporti-i-vendimmarrjes-${institution.slug}-${report.year}-v${report.version}`,
    format,
    open: true,
  }
  return (await serveForm(c, services, order)) ?? cannotBeMade(c, services, view)
}

/** Says so, and gives what there is instead. */
function cannotBeMade(c: WebContext, services: Services, { report, institution }: ReportView): Promise<Response> {
  const lang = c.get('lang')
  const t = figureTexts(lang).report
  const docx = urls.versionFile(institution.slug, report.year, report.version, 'docx')
  return html(
    c,
    <ErrorPage
      page={pageOf(c, services, null)}
      status={501}
      title={t.noFile}
      paragraphs={[t.noCompiler]}
      action={{ href: inLanguage(lang, docx), label: t.docx }}
    />,
    { status: 501 },
  )
}
