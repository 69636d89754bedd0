import { createHash } from 'node:crypto'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { Services } from '#platform/services.ts'
import { knownExport, makeExport } from '#platform/texts/export/kept-exports.ts'
import { runExport } from '#platform/texts/export/run-export.ts'
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

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** Files that have to be made anew for one address. */
const LIMIT: Limit = { count: 30, minutes: 10 }

/** Made in a process of its own, and kept by what is in it: what is hidden since makes another file. */
async function heavyFile(
  c: WebContext,
  services: Services,
  view: PublicReportView,
  format: 'docx' | 'pdf',
): Promise<Response> {
  const { report, consultation } = view
  const form = await viewReportDocument(services, c.get('lang'), view)
  const key = `report-${format}-${createHash('sha256').update(JSON.stringify(form)).digest('base64url')}`
  const madeAt = report.versionAt.toISOString()
  const make = async () => {
    if (await isTooMany(services, 'reports.export', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
    return (
      knownExport(key) ?? makeExport(key, () => runExport(services.settings, { kind: `form-${format}`, form, madeAt }))
    )
  }
  const waiting = knownExport(key) ?? (await make())
  if (!waiting) throw new Refused(503, 'unavailable')
  const outcome = await waiting
  if (outcome.kind !== 'made') return cannotBeMade(c, services, view)
  const name = `raporti-${consultation.slug}-v${report.version}.${format}`
  const headers = {
    'content-type': TYPES[format],
    'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=0, s-maxage=30, must-revalidate',
  }
  return new Response(Uint8Array.from(outcome.bytes), { headers })
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
