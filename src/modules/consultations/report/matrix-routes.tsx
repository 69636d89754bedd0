import type { Row } from '#platform/export/dataset.ts'
import { csvOf, streamOf } from '#platform/export/file-formats.ts'
import { workbookOf } from '#platform/export/workbook.ts'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import type { PublishedConsultation } from '../consultation-queries.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { matrixAsData, matrixColumns, matrixFileRow } from './matrix-file-part.ts'
import { MatrixPage } from './matrix-page.tsx'
import type { MatrixRow } from './matrix-rules.ts'
import { findMatrixOwner, matrixPages, viewFigures, viewMatrix } from './matrix-view.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const
type Format = keyof typeof TYPES

/** Whole matrices may be large. */
const LIMIT: Limit = { count: 60, minutes: 10 }

/** Every comment with its answer: as pages, and whole as a file that is written as it is read. */
export function matrixRoutes(app: WebApp, services: Services): void {
  app.get(consultationUrls.matrix(':slug'), async (c) => {
    const view = await viewMatrix(services, c.get('lang'), c.req.param('slug') ?? '', c.req.query())
    if (!view) throw notFound()
    return html(c, <MatrixPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })

  for (const format of ['csv', 'xlsx', 'json'] as const)
    app.get(consultationUrls.matrixFile(':slug', format), async (c) => {
      const consultation = await findMatrixOwner(services, c.get('lang'), c.req.param('slug') ?? '')
      if (!consultation) throw notFound()
      if (await isTooMany(services, 'matrix.file', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
      return matrixFile(c, services, consultation, format)
    })
}

function matrixFile(c: WebContext, services: Services, consultation: PublishedConsultation, format: Format): Response {
  const lang = c.get('lang')
  const columns = matrixColumns(lang)
  const { name, sheet } = textsIn(lang).reports.matrix
  const rows = () => rowPages(lang, matrixPages(services, consultation.id))
  const pieces = {
    csv: () => csvOf({ columns }, rows(), true),
    xlsx: () => workbookOf(columns, sheet, rows()),
    json: () => jsonOf(services, consultation),
  }
  const disposition = format === 'json' ? 'inline' : 'attachment'
  const headers = {
    'content-type': TYPES[format],
    'content-disposition': `${disposition}; filename="${name}-${consultation.slug}.${format}"`,
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=0, s-maxage=30',
  }
  return new Response(streamOf(pieces[format]()), { headers })
}

async function* rowPages(lang: Lang, pages: AsyncGenerator<MatrixRow[]>): AsyncGenerator<Row[]> {
  for await (const page of pages) yield page.map((row) => matrixFileRow(lang, row))
}

/** The figures, then every row. */
async function* jsonOf(services: Services, { id, slug }: PublishedConsultation): AsyncGenerator<string> {
  const figures = await viewFigures(services, id)
  const head = { url: services.settings.url + consultationUrls.matrix(slug), figures }
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let between = '\n'
  for await (const page of matrixPages(services, id)) {
    yield page.map((row, at) => `${at === 0 ? between : ',\n'}${JSON.stringify(matrixAsData(row))}`).join('')
    between = ',\n'
  }
  yield '\n]}\n'
}
