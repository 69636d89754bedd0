import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import { serveForm } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { linesOfFigures } from './figure-texts.ts'
import { ReportPage } from './report-page.tsx'
import { reportAsData, viewPublicReport, viewReportDocument, type PublicReportView } from './report-view.ts'

const FORMATS = ['docx', 'pdf', 'csv', 'json'] as const
type Format = (typeof FORMATS)[number]

/** The report of a consultation as everybody reads it: every version a page and its files. */
export function reportRoutes(app: WebApp, services: Services): void {
  app.get(consultationUrls.report(':slug'), async (c) => reportPage(c, services, await reportOf(c, services, null)))

  // The files of the version that stands, at an address that does not change with it.
  for (const format of FORMATS)
    app.get(`${consultationUrls.report(':slug')}.${format}`, async (c) => {
      const { consultation, report } = await reportOf(c, services, null)
      return redirect(c, consultationUrls.reportFile(consultation.slug, report.version, format))
    })

  app.get('/konsultime/:slug/raporti/versioni/:file{[0-9]{1,6}\\.(docx|pdf|csv|json)}', async (c) => {
    const [n, named] = (c.req.param('file') ?? '').split('.')
    const view = await reportOf(c, services, Number(n))
    return reportFile(c, services, view, FORMATS.find((one) => one === named) ?? 'json')
  })

  app.get(consultationUrls.reportVersion(':slug', ':n{[0-9]{1,6}}'), async (c) =>
    reportPage(c, services, await reportOf(c, services, Number(c.req.param('n')))),
  )
}

async function reportOf(c: WebContext, services: Services, n: number | null): Promise<PublicReportView> {
  const view = await viewPublicReport(services, c.get('lang'), c.req.param('slug') ?? '', n)
  if (!view) throw notFound()
  return view
}

const reportPage = (c: WebContext, services: Services, view: PublicReportView): Promise<Response> =>
  html(c, <ReportPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })

function reportFile(c: WebContext, services: Services, view: PublicReportView, format: Format) {
  switch (format) {
    case 'json':
      return json(c, reportAsData(view))
    case 'csv':
      return text(c, figuresCsv(c, view), 'text/csv; charset=utf-8')
    default:
      return heavyFile(c, services, view, format)
  }
}

/** A row for each figure: by which word data call it, what it is called, its value. */
function figuresCsv(c: WebContext, { content }: PublicReportView): string {
  const lang = c.get('lang')
  const t = textsIn(lang).reports.figures
  const lines = linesOfFigures(lang, content.figures)
  return csvOf([
    ['key', t.figure, t.value, t.formula],
    ...lines.map(({ key, words, value, formula }) => [key, words, value === null ? '' : String(value), formula]),
  ])
}

/** Made in a process of its own, and kept by what is in it. */
async function heavyFile(
  c: WebContext,
  services: Services,
  view: PublicReportView,
  format: 'docx' | 'pdf',
): Promise<Response> {
  const { report, consultation } = view
  const form = await viewReportDocument(services, c.get('lang'), view)
  const order = {
    form,
    madeAt: report.versionAt,
    name: `raporti-${consultation.slug}-v${report.version}`,
    format,
    open: true,
  }
  return (await serveForm(c, services, order)) ?? cannotBeMade(c, services, view)
}

/** Says so, and gives what there is instead. */
function cannotBeMade(c: WebContext, services: Services, { report, consultation }: PublicReportView) {
  const lang = c.get('lang')
  const t = textsIn(lang).reports.report
  const docx = consultationUrls.reportFile(consultation.slug, report.version, 'docx')
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
