import { Readable } from 'node:stream'
import type { Door } from '#platform/door.ts'
import { findDataset } from '#platform/export/all-datasets.ts'
import { registerFeed } from '#platform/export/atom-rules.ts'
import { tableSchema, tidyRow } from '#platform/export/column-rules.ts'
import type { Dataset, RowFilters } from '#platform/export/dataset.ts'
import { openDataUrls as urls } from '#platform/export/export-urls-rules.ts'
import { csvOf, jsonLinesOf, jsonOf, streamOf } from '#platform/export/file-formats.ts'
import { filesOf, type FileExtension } from '#platform/export/file-kinds-rules.ts'
import { hasInstitutions } from '#platform/export/filter-rules.ts'
import { licenceOf } from '#platform/export/licence-rules.ts'
import { readInTime, rowPages } from '#platform/export/read-rows.ts'
import { workbookOf } from '#platform/export/workbook.ts'
import { MOST_SHEET_ROWS } from '#platform/export/workbook-rules.ts'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, json, pageOf, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { findInstitution } from './institution-view.ts'
import { ATOM_TYPE } from '#platform/lists/atom-rules.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { openDataTexts } from './texts.ts'

type Room = { services: Services; doors: readonly Door[] }

/** Whole files; a page of the register costs less. Every file of every register in both languages is about half of it. */
const LIMIT: Limit = { count: 500, minutes: 10 }
/** The newest changes in a feed. */
const FEED_ROWS = 100
/** As for pages: a takedown is gone from every shared cache within half a minute. */
const SHARED_CACHE = 'public, max-age=0, s-maxage=30'

/** Every form in which a register can be taken: whole, streamed as it is read. */
export function fileRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  app.get('/te-dhena/:file{[a-z0-9-]+\\.csv-schema\\.json}', async (c) => {
    const dataset = await datasetAt(room, c.req.param('file').replace('.csv-schema.json', ''))
    return json(c, tableSchema(dataset, c.get('lang')))
  })
  app.get('/te-dhena/:file{[a-z0-9-]+\\.(csv|json|jsonl|xlsx|atom)}', async (c) => {
    const [name = '', extension = ''] = c.req.param('file').split('.')
    const dataset = await datasetAt(room, name)
    const file = filesOf(dataset).find((one) => one.extension === extension)
    if (!file) throw notFound()
    const filters = await filtersOf(c, services, dataset)
    if (await isTooMany(services, 'exports.file', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
    if (file.extension === 'atom') return feed(c, services, dataset, filters)
    if (file.extension === 'xlsx' && (await isTooLong(services, dataset, filters))) return tooLong(c, services, dataset)
    return wholeFile(c, services, dataset, filters, file.extension)
  })
}

async function datasetAt({ services, doors }: Room, name: string): Promise<Dataset> {
  const dataset = await findDataset(services, doors, name)
  if (!dataset) throw notFound()
  return dataset
}

/** Of one institution, where it is asked for. */
async function filtersOf(c: WebContext, services: Services, dataset: Dataset): Promise<RowFilters> {
  const slug = c.req.query('institucioni') ?? ''
  if (slug === '') return {}
  const institution = hasInstitutions(dataset) ? await findInstitution(services.db, c.get('lang'), slug) : null
  if (!institution) throw notFound()
  return { institution: institution.slug }
}

const TYPES: Record<Exclude<FileExtension, 'atom'>, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function wholeFile(
  c: WebContext,
  { db, settings: { url } }: Services,
  dataset: Dataset,
  filters: RowFilters,
  extension: keyof typeof TYPES,
): Response {
  const pages = rowPages(db, { dataset, filters, url })
  const { name, title, columns } = dataset
  const lang = c.get('lang')
  const pieces = {
    csv: () => csvOf(dataset, pages, c.req.query('bom') === 'po'),
    json: () => jsonOf(pages),
    jsonl: () => jsonLinesOf(pages),
    xlsx: () => workbookOf(columns, title[lang], pages),
  }[extension]()
  const to = (path: string) => url + inLanguage(lang, path)
  const of = filters.institution === undefined ? '' : `-${filters.institution}`
  return new Response(c.req.raw.method === 'HEAD' ? null : streamOf(pieces), {
    headers: {
      'content-type': TYPES[extension],
      'content-disposition': `${extension === 'json' || extension === 'jsonl' ? 'inline' : 'attachment'}; filename="${name}${of}.${extension}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'access-control-allow-origin': '*',
      'cache-control': SHARED_CACHE,
      vary: 'accept-encoding',
      link: [
        `<${to(urls.file(name, 'csv-schema.json'))}>; rel="describedby"; type="application/json"`,
        `<${to(urls.dataset(name))}>; rel="alternate"; type="text/html"`,
        `<${licenceOf(dataset.licence).address}>; rel="license"`,
      ].join(', '),
    },
  })
}

async function feed(c: WebContext, services: Services, dataset: Dataset, filters: RowFilters): Promise<Response> {
  const { db, settings, clock } = services
  const { newest, columns } = dataset
  if (!newest) throw notFound()
  const found = await readInTime(db, (tx) => newest.list(tx, filters, FEED_ROWS))
  const rows = found.map((row) => tidyRow(columns, row, settings.url))
  const query = filters.institution === undefined ? '' : `?institucioni=${filters.institution}`
  const asked = { dataset, rows, lang: c.get('lang'), url: settings.url, query }
  // The hour, so that the feed of an empty register is the same twice.
  const now = new Date(Math.floor(clock.now().getTime() / 3_600_000) * 3_600_000)
  return text(c, registerFeed({ ...asked, now }), ATOM_TYPE)
}

const isTooLong = async ({ db }: Services, dataset: Dataset, filters: RowFilters): Promise<boolean> =>
  (await readInTime(db, (tx) => dataset.count(tx, filters, MOST_SHEET_ROWS + 1))) > MOST_SHEET_ROWS

/** Says so, and gives what there is instead. */
function tooLong(c: WebContext, services: Services, { name }: Dataset): Promise<Response> {
  const lang = c.get('lang')
  const { title, detail, action } = openDataTexts(lang).tooLong
  return html(
    c,
    <ErrorPage
      page={pageOf(c, services, null)}
      status={422}
      title={title}
      paragraphs={[detail]}
      action={{ href: inLanguage(lang, urls.file(name, 'csv')), label: action }}
    />,
    { status: 422 },
  )
}

/** The stream of a kept copy, seen from the types of Node and of the web. */
export const webStream = (stream: Readable): ReadableStream => Readable.toWeb(stream) as ReadableStream
