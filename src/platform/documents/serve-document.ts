import { Readable } from 'node:stream'
import { notFound, Refused } from '../http/refused.ts'
import { isUuid } from '../http/field-rules.ts'
import type { WebContext } from '../http/web-context.ts'
import type { MediaType } from '../files/media-types.ts'
import type { Services } from '../services.ts'
import { findDocument, type Document } from './document-queries.ts'

/** What a browser shows itself, without running anything that stands in it. All else is saved. */
const SHOWN: readonly MediaType[] = ['application/pdf', 'image/png', 'image/jpeg']

/** As for pages: a takedown is gone from every shared cache within half a minute. */
const SHARED_CACHE = 'public, max-age=0, s-maxage=30, must-revalidate'

/**
 * Sends a document. Who may have it, and whether it is public, follows from the state of its record: the caller has
 * asked that before.
 */
export async function serveDocument(
  c: WebContext,
  services: Pick<Services, 'db' | 'files' | 'log'>,
  id: string,
  options: { public: boolean },
): Promise<Response> {
  const document = isUuid(id) ? await findDocument(services.db, id) : null
  if (!document) throw notFound()
  const headers = headersFor(document, options.public)
  if (knows(c, document)) return new Response(null, { status: 304, headers: withoutContent(headers) })
  // Hono answers HEAD through GET and drops the body; an opened file would stay open.
  if (c.req.raw.method === 'HEAD') return new Response(null, { headers })
  const content = await services.files.open(document.digest)
  if (!content) {
    services.log.error({ document: id, digest: document.digest }, 'the content of a document is missing')
    throw new Refused(503, 'unavailable')
  }
  // The same class, seen from the types of Node and of the web.
  return new Response(Readable.toWeb(content) as ReadableStream, { headers })
}

function headersFor(document: Document, isPublic: boolean): Headers {
  const shown = SHOWN.includes(document.mediaType)
  return new Headers({
    'content-type': document.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : document.mediaType,
    'content-length': String(document.size),
    'content-disposition': `${shown ? 'inline' : 'attachment'}; ${fileNames(document.fileName)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': isPublic ? SHARED_CACHE : 'private, no-cache',
    etag: `"${document.digest}"`,
  })
}

/** RFC 6266: a name in ASCII for old programs, and the real one in UTF-8. */
function fileNames(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}

function knows(c: WebContext, document: Document): boolean {
  const tags = c.req.header('if-none-match')?.split(',') ?? []
  return tags.some((tag) => tag.trim().replace(/^W\//, '') === `"${document.digest}"`)
}

function withoutContent(headers: Headers): Headers {
  headers.delete('content-length')
  headers.delete('content-type')
  return headers
}
