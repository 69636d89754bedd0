import { createHash } from 'node:crypto'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { akomaNtoso } from '#platform/texts/export/akoma-ntoso-rules.ts'
import { textAsData } from '#platform/texts/export/json-file-rules.ts'
import { knownExport, makeExport } from '#platform/texts/export/kept-exports.ts'
import type { ExportOrder } from '#platform/texts/export/export-order.ts'
import { runExport } from '#platform/texts/export/run-export.ts'
import { textFile } from '#platform/texts/export/text-file-rules.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { VERSION_FILES, versionUrls, type VersionFile } from '#platform/texts/version-address-rules.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { exportTextsIn } from './export-texts.ts'
import {
  viewChangesOrder,
  viewExport,
  viewExportedBecause,
  viewExportedChanges,
  viewExportedText,
  type ExportView,
} from './export-view.ts'
import { versionOf } from './record-view.ts'

/** Files of published versions: the same for everybody and in every language of the pages. */
export function exportRoutes(app: WebApp, services: Services, holders: readonly TextHolder[]): void {
  for (const holder of holders) {
    const versions = versionUrls.list(holder.urls.record(':slug'))
    app.get(`${versions}/:file{[0-9]{1,6}\\.[a-z]{3,4}}`, async (c) => {
      const [n, format] = (c.req.param('file') ?? '').split('.')
      const file = VERSION_FILES.find((one) => one === format)
      const view = file ? await viewExport(services, holder, c.req.param('slug') ?? '', Number(n)) : null
      if (!file || !view) throw notFound()
      return file === 'docx' || file === 'pdf'
        ? heavyFile(c, services, view, heavyOrder(services, view, file))
        : lightFile(c, services, view, file)
    })
    app.get(`${versions}/:n{[0-9]{1,6}}/krahasimi.docx`, async (c) => {
      const view = await viewExport(services, holder, c.req.param('slug') ?? '', Number(c.req.param('n')))
      if (!view) throw notFound()
      return heavyFile(c, services, view, changesOrder(services, view, c.req.query('me')))
    })
  }
}

const TYPES: Record<VersionFile, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/akn+xml; charset=utf-8',
}

/** Programs save these; a browser shows the others itself. */
const SAVED: readonly VersionFile[] = ['docx', 'xml']

/** As for pages: a takedown is gone from every shared cache within half a minute. The tag makes asking again cheap. */
const SHARED_CACHE = 'public, max-age=0, s-maxage=30, must-revalidate'

type FileHead = { format: VersionFile; name: string; tag: string }

/** Null: the visitor has it already. */
function headersFor(c: WebContext, { format, name, tag }: FileHead): { headers: Headers; known: boolean } {
  const etag = `"${tag}-${format}"`
  const headers = new Headers({
    'content-type': TYPES[format],
    'content-disposition': `${SAVED.includes(format) ? 'attachment' : 'inline'}; filename="${name}.${format}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'cache-control': SHARED_CACHE,
    etag,
  })
  const tags = c.req.header('if-none-match')?.split(',') ?? []
  return { headers, known: tags.some((one) => one.trim().replace(/^W\//, '') === etag) }
}

const notChanged = (headers: Headers): Response => {
  headers.delete('content-type')
  return new Response(null, { status: 304, headers })
}

async function lightFile(
  c: WebContext,
  services: Services,
  view: ExportView,
  format: 'txt' | 'json' | 'xml',
): Promise<Response> {
  // Because of whom it changed is told in the data alone, and may be told later than the version was published.
  const because = format === 'json' ? await viewExportedBecause(services, view) : []
  const told = because.length === 0 ? '' : createHash('sha256').update(JSON.stringify(because)).digest('base64url')
  const { headers, known } = headersFor(c, { format, name: fileName(view), tag: view.key + told })
  if (known) return notChanged(headers)
  const text = await viewExportedText(services, view)
  if (format === 'txt') return new Response(textFile(text), { headers })
  if (format === 'xml') return new Response(akomaNtoso(text), { headers })
  const data = textAsData(text, await viewExportedChanges(services, view), because)
  return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers })
}

/** `bregas-2026-3-v2`: which record, and which version of it. */
function fileName({ facts, version }: ExportView): string {
  const { institution, record } = facts
  const of = record.number === null ? record.slug : `${institution.slug}-${record.year}-${record.number}`
  return `${of}-v${version.n}`
}

type HeavyOrder = FileHead & { order: () => Promise<ExportOrder> }

const heavyOrder = (services: Services, view: ExportView, format: 'docx' | 'pdf'): HeavyOrder => ({
  format,
  name: fileName(view),
  tag: view.key,
  order: async () => ({ kind: format, text: await viewExportedText(services, view) }),
})

/** Against the version that is asked for, or the one that it continues. */
function changesOrder(services: Services, view: ExportView, asked: string | undefined): HeavyOrder {
  const n = asked === undefined ? view.facts.version.basedOn : /^\d{1,6}$/.test(asked) ? Number(asked) : null
  const earlier = n === null ? null : versionOf(view.record, n)
  if (!earlier || earlier.n >= view.version.n) throw notFound()
  return {
    format: 'docx',
    name: `${fileName(view)}-krahasimi-v${earlier.n}`,
    tag: `${view.key}-${earlier.n}`,
    order: () => viewChangesOrder(services, view, earlier),
  }
}

/** Files that have to be made anew for one address. */
const LIMIT: Limit = { count: 30, minutes: 10 }

async function heavyFile(c: WebContext, services: Services, view: ExportView, file: HeavyOrder): Promise<Response> {
  const { headers, known } = headersFor(c, file)
  if (known) return notChanged(headers)
  const key = headers.get('etag') ?? ''
  const waiting = knownExport(key) ?? (await orderAnew(c, services, key, file))
  if (!waiting) throw new Refused(503, 'unavailable')
  const outcome = await waiting
  if (outcome.kind !== 'made') return cannotBeMade(c, services, view, outcome.kind)
  headers.set('content-length', String(outcome.bytes.length))
  return new Response(Uint8Array.from(outcome.bytes), { headers })
}

async function orderAnew(c: WebContext, services: Services, key: string, { order }: HeavyOrder) {
  if (await isTooMany(services, 'texts.export', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
  return knownExport(key) ?? makeExport(key, async () => runExport(services.settings, await order()))
}

/** Says so, and gives what there is instead. */
function cannotBeMade(
  c: WebContext,
  services: Services,
  { facts, record, version }: ExportView,
  why: 'no-compiler' | 'too-heavy',
): Promise<Response> {
  const lang = c.get('lang')
  const { action, paragraphs, title } = exportTextsIn(lang)[why]
  const instead = versionUrls.file(record.address, version.n, why === 'no-compiler' ? 'docx' : 'txt')
  return html(
    c,
    <ErrorPage
      page={pageOf(c, services, null)}
      status={501}
      title={title}
      paragraphs={[facts.record.title, ...paragraphs]}
      action={{ href: inLanguage(lang, instead), label: action }}
    />,
    { status: 501 },
  )
}
