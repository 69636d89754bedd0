import { hash } from 'node:crypto'
import type { HtmlEscapedString } from 'hono/utils/html'
import { inLanguage } from '../i18n/language.ts'
import type { InstitutionSummary } from '../institutions/institution-rules.ts'
import type { Services } from '../services.ts'
import { NO_MENU, type PageContext } from './page-context.ts'
import { Refused } from './refused.ts'
import type { WebContext } from './web-context.ts'

type Node = HtmlEscapedString | Promise<HtmlEscapedString>

/** How long a shared cache may answer for us: short, so that a takedown is gone everywhere within half a minute. */
const SHARED_CACHE_SECONDS = 30

/** Everything the frame around a page needs, from what the middleware found out. */
export function pageOf(c: WebContext, services: Services, institution: InstitutionSummary | null): PageContext {
  const visitor = c.get('visitor')
  return {
    lang: c.get('lang'),
    path: c.req.path + new URL(c.req.url).search,
    url: services.settings.url,
    demo: services.settings.demo,
    now: services.clock.now(),
    visitor:
      visitor === null
        ? null
        : visitor.kind === 'staff'
          ? { name: visitor.name, office: visitor.level === 2, roles: visitor.roles.map(({ role }) => role) }
          : { name: visitor.email, office: false },
    institution,
    menu: c.get('menu') ?? NO_MENU,
  }
}

/**
 * Sends a page. `public`: the same for everyone who is not signed in, so it carries an ETag and may be cached for a
 * moment; for somebody signed in the same page is private, for its header names them. `kept`: the browser that has it
 * may show it again to whoever goes back, as a form with its own number must be.
 */
export async function html(
  c: WebContext,
  node: Node,
  options: { status?: number; cache?: 'public' | 'kept' } = {},
): Promise<Response> {
  const body = `<!doctype html>${String(await node)}`
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'content-language': c.get('lang') })
  if (options.cache !== 'public') {
    headers.set('cache-control', options.cache === 'kept' ? 'private, no-cache' : 'no-store')
    return new Response(body, { status: options.status ?? 200, headers })
  }
  return cached(c, body, headers, options.status ?? 200)
}

/** A record as data, at the same address with `.json`. */
export function json(c: WebContext, value: unknown, options: { status?: number } = {}): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' })
  return cached(c, `${JSON.stringify(value, null, 2)}\n`, headers, options.status ?? 200)
}

/** What programs read, as calendars: the same for everyone, so that it may be cached as pages are. */
export const text = (c: WebContext, body: string, type: string): Response =>
  cached(c, body, new Headers({ 'content-type': type, 'access-control-allow-origin': '*' }), 200)

const ENCODER = new TextEncoder()

function cached(c: WebContext, body: string, headers: Headers, status: number): Response {
  const anonymous = c.get('visitor') === null
  // Encoded once, for the digest and for the wire; not by Buffer.from, which takes half as long again for a page put
  // together of many pieces (measured).
  const bytes = ENCODER.encode(body)
  const etag = `W/"${hash('sha1', bytes, 'base64url')}"`
  headers.set('etag', etag)
  // Encoding too: the compression adds it else, and for that turns the answer into a stream.
  headers.set('vary', 'cookie, accept-encoding')
  headers.set('cache-control', anonymous ? `public, max-age=0, s-maxage=${SHARED_CACHE_SECONDS}` : 'private, no-cache')
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .some((tag) => tag.trim() === etag)
  return status === 200 && known
    ? new Response(null, { status: 304, headers })
    : new Response(bytes, { status, headers })
}

/** To a path of our own, in the language of the request. 303: the browser follows with GET, and Back does not post again. */
export function redirect(c: WebContext, path: string, status: 301 | 303 | 308 = 303): Response {
  return c.redirect(inLanguage(c.get('lang'), path), status)
}

/** No form without files is larger: 60 fields of text at the very most. */
const FORM_BYTES = 256 * 1024

/** The fields of a form without files, never more than 256 kB of it in memory. */
export async function readForm(c: WebContext): Promise<FormData> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Refused(415, 'wrong-type')
  const body = await readUpTo(c.req.raw.body, FORM_BYTES)
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Refused(422, 'unreadable-form')
  }
}

/** What a script of our own pages sends as JSON, at most as much as a form. Whoever calls reads it into a type. */
export async function readJson(c: WebContext): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new Refused(415, 'wrong-type')
  const body = await readUpTo(c.req.raw.body, FORM_BYTES)
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    throw new Refused(422, 'unreadable-form')
  }
}

async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > limit) throw new Refused(413, 'too-large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
