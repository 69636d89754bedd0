import type { Door } from '#platform/door.ts'
import { findDataset } from '#platform/export/all-datasets.ts'
import type { Dataset } from '#platform/export/dataset.ts'
import { orderDump } from '#platform/export/dump-jobs.ts'
import { openDataUrls as urls } from '#platform/export/export-urls-rules.ts'
import { hasInstitutions } from '#platform/export/filter-rules.ts'
import { jsonLd, turtle } from '#platform/export/graph-rules.ts'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { viewCatalogue } from './catalogue-view.ts'
import { DatasetPage } from './dataset-page.tsx'
import { viewDataset, viewDumps, viewList } from './dataset-view.ts'
import { DumpsPage } from './dumps-page.tsx'
import { findDump, findInstitution } from './institution-view.ts'
import { webStream } from './file-routes.tsx'
import { OpenDataListPage } from './list-page.tsx'
import { openDataTexts } from './texts.ts'

type Room = { services: Services; doors: readonly Door[] }

/** Open data for people: the list, each register, whole copies; and the catalogue for programs. */
export function openDataRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  app.get(urls.list(), (c) => listPage(c, room))
  app.get(urls.catalogue(), async (c) => {
    const graph = jsonLd(await viewCatalogue(services, doors))
    return text(c, `${JSON.stringify(graph, null, 2)}\n`, 'application/ld+json; charset=utf-8')
  })
  app.get(urls.catalogueTurtle(), async (c) =>
    text(c, turtle(await viewCatalogue(services, doors)), 'text/turtle; charset=utf-8'),
  )
  app.get(urls.dumps(), async (c) => {
    const view = await viewDumps(services, doors)
    return html(c, <DumpsPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
  app.get(urls.sums(), async (c) => {
    const lines = (await viewDumps(services, doors)).map(({ dump }) => `${dump.sha256}  ${dump.dataset}.zip\n`)
    return text(c, lines.join(''), 'text/plain; charset=utf-8')
  })
  app.get('/te-dhena/:name{[a-z0-9-]+}', (c) => datasetPage(c, room))
  app.get('/te-dhena/:name{[a-z0-9-]+}/pako.zip', (c) => dumpFile(c, room, null))
  app.get('/te-dhena/:name{[a-z0-9-]+}/:old{pako-[0-9a-f]{64}\\.zip}', (c) =>
    dumpFile(c, room, c.req.param('old').slice('pako-'.length, -'.zip'.length)),
  )
}

async function listPage(c: WebContext, { services, doors }: Room): Promise<Response> {
  const words = (c.req.query('q') ?? '').normalize('NFC').trim().slice(0, 100)
  const slug = (c.req.query('institucioni') ?? '').slice(0, 100)
  const view = await viewList(services, doors, c.get('lang'), { words, slug })
  const status = slug !== '' && view.institution === null ? 422 : 200
  const page = <OpenDataListPage page={pageOf(c, services, null)} view={view} />
  return html(c, page, { status, ...(status === 200 && { cache: 'public' as const }) })
}

async function datasetOf(c: WebContext, { services, doors }: Room): Promise<Dataset> {
  const dataset = await findDataset(services, doors, c.req.param('name') ?? '')
  if (!dataset) throw notFound()
  return dataset
}

async function datasetPage(c: WebContext, room: Room): Promise<Response> {
  const { services } = room
  const dataset = await datasetOf(c, room)
  const slug = c.req.query('institucioni') ?? ''
  const institution =
    slug !== '' && hasInstitutions(dataset) ? await findInstitution(services.db, c.get('lang'), slug) : null
  if (slug !== '' && !institution) throw notFound()
  const view = await viewDataset(services, c.get('lang'), dataset, institution)
  const response = await html(c, <DatasetPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  const { url } = services.settings
  response.headers.append('link', `<${url}${urls.file(dataset.name, 'csv-schema.json')}>; rel="describedby"`)
  response.headers.append('link', `<${url}${urls.file(dataset.name, 'csv')}>; rel="alternate"; type="text/csv"`)
  response.headers.append('link', `<${url}${urls.catalogue()}>; rel="collection"; type="application/ld+json"`)
  return response
}

/** Orders of copies that are not there, from one address. */
const LIMIT: Limit = { count: 20, minutes: 10 }

/** As for pages: what is void is gone from every shared cache within half a minute. */
const SHARED_CACHE = 'public, max-age=0, s-maxage=30, must-revalidate'

/** The newest copy, or the one of that digest. What became void is not given, at whatever address. */
async function dumpFile(c: WebContext, room: Room, sha256: string | null): Promise<Response> {
  const { services } = room
  const dataset = await datasetOf(c, room)
  const dump = await findDump(services.db, dataset.name, sha256)
  if (!dump && sha256 !== null) throw notFound()
  if (!dump) return notReady(c, services, dataset)
  const etag = `"${dump.sha256}"`
  const headers = new Headers({
    'content-type': 'application/zip',
    'content-length': String(dump.bytes),
    'content-disposition': `attachment; filename="${dataset.name}-${dump.madeAt.toISOString().slice(0, 10)}.zip"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'access-control-allow-origin': '*',
    'cache-control': SHARED_CACHE,
    'last-modified': dump.madeAt.toUTCString(),
    etag,
  })
  const tags = c.req.header('if-none-match')?.split(',') ?? []
  if (tags.some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    for (const name of ['content-type', 'content-length']) headers.delete(name)
    return new Response(null, { status: 304, headers })
  }
  if (c.req.raw.method === 'HEAD') return new Response(null, { headers })
  const stream = await services.files.open(dump.sha256)
  if (!stream) throw new Refused(503, 'unavailable')
  return new Response(webStream(stream), { headers })
}

/** Orders the copy and says so. */
async function notReady(c: WebContext, services: Services, { name }: Dataset): Promise<Response> {
  if (await isTooMany(services, 'exports.dump', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
  if (c.req.raw.method !== 'HEAD') await orderDump(services, name)
  const lang = c.get('lang')
  const { title, paragraphs, action } = openDataTexts(lang).notReady
  const response = await html(
    c,
    <ErrorPage
      page={pageOf(c, services, null)}
      status={503}
      title={title}
      paragraphs={paragraphs}
      action={{ href: inLanguage(lang, urls.dataset(name)), label: action }}
    />,
    { status: 503 },
  )
  response.headers.set('retry-after', '120')
  return response
}
