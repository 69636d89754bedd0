import { hash } from 'node:crypto'
import type { Door } from '#platform/door.ts'
import type { ApiOperation, RefusedParameter } from '#platform/export/api-operation.ts'
import { apiTable, matchOperation, namesIn } from '#platform/export/api-table.ts'
import { API_TEXTS } from '#platform/export/api-texts.ts'
import { openDataUrls as urls } from '#platform/export/export-urls-rules.ts'
import { openApi, parametersOf } from '#platform/export/open-api.ts'
import { PROBLEM_KINDS, problemOf, PROBLEMS, type ProblemKind } from '#platform/export/problem-rules.ts'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { ApiPage, ProblemPage } from './api-page.tsx'

/** Five a second, for ten minutes on end. */
const LIMIT: Limit = { count: 3000, minutes: 10 }
/** No question of ours is longer. */
const LONGEST_QUERY = 4000

type Room = { services: Services; doors: readonly Door[] }

/** `/api/v1`: what programs ask. The same definitions answer, refuse and document. */
export function apiRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  app.get(urls.problem(':kind'), (c) => {
    const kind = PROBLEM_KINDS.find((one) => one === c.req.param('kind'))
    if (!kind) throw notFound()
    return html(c, <ProblemPage page={pageOf(c, services, null)} kind={kind} />, { cache: 'public' })
  })
  app.get(urls.api(), async (c) => {
    const lang = c.get('lang')
    const table = await apiTable(services, doors, lang)
    const addresses = table.map((one) => ({
      path: one.path,
      summary: one.summary[lang],
      description: one.description[lang],
      parameters: parametersOf(one.path, one.query).map(({ name, required, description = '' }) => ({
        name,
        required,
        description,
      })),
    }))
    return html(c, <ApiPage page={pageOf(c, services, null)} addresses={addresses} />, { cache: 'public' })
  })
  app.get(urls.openApi(), async (c) => {
    const lang = c.get('lang')
    return json(c, openApi(await apiTable(services, doors, lang), lang, services.settings.url))
  })
  app.all(`${urls.api()}/*`, async (c) => {
    const response = await answer(c, room)
    response.headers.set('access-control-allow-origin', '*')
    return response
  })
}

/** The language of the address, else the one that the program asks for. */
function langOf(c: WebContext): Lang {
  const asked = (c.req.header('accept-language') ?? '').toLowerCase()
  const first = asked.split(',')[0]?.trim() ?? ''
  return c.get('lang') === 'en' || first.startsWith('en') ? 'en' : 'sq'
}

async function answer(c: WebContext, { services, doors }: Room): Promise<Response> {
  const lang = langOf(c)
  const refuse = (kind: ProblemKind, errors: readonly RefusedParameter[] = []) =>
    problem(c, services, lang, kind, errors)
  const { method } = c.req.raw
  if (method === 'OPTIONS') return preflight()
  if (method !== 'GET' && method !== 'HEAD') return refuse('metoda')
  if (!takesJson(c.req.header('accept'))) return refuse('forma')
  if (await isTooMany(services, 'api', c.get('address'), LIMIT)) return refuse('shume')
  const path = pathIn(c)
  const found = matchOperation(await apiTable(services, doors, lang, path.split('/')[1] ?? ''), path)
  if (!found) return refuse('nuk-gjendet')
  const asked = readQuery(found.operation, found.inPath, new URL(c.req.url).search, lang)
  if (asked.kind === 'wrong') return refuse('parametra', asked.errors)
  const given = await handled(found.operation, services, lang, asked.query)
  if (given === 'too-slow') return refuse('jo-tani')
  if (given.kind === 'absent') return refuse('nuk-gjendet')
  if (given.kind === 'refused') return refuse('parametra', given.errors)
  return found200(c, services, lang, given.body, given.next ?? null)
}

/** As it came, without the language and the root: parts are decoded one by one, later. */
const pathIn = (c: WebContext): string =>
  new URL(c.req.url).pathname.replace(/^\/en(?=\/)/, '').slice(urls.api().length)

const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'accept, accept-language, if-none-match',
      'access-control-max-age': '86400',
      allow: 'GET, HEAD, OPTIONS',
    },
  })

function takesJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true
  const kinds = accept.split(',').map((one) => one.trim().toLowerCase())
  return kinds.some(
    (one) => /^(\*\/\*|application\/(\*|json))\s*(;|$)/.test(one) && !/;\s*q=0(\.0*)?\s*($|;)/.test(one),
  )
}

type Asked = { kind: 'asked'; query: Record<string, unknown> } | { kind: 'wrong'; errors: RefusedParameter[] }

function readQuery(
  operation: ApiOperation,
  inPath: Readonly<Record<string, string>>,
  search: string,
  lang: Lang,
): Asked {
  const t = API_TEXTS[lang]
  if (search.length > LONGEST_QUERY) return { kind: 'wrong', errors: [{ parameter: '', detail: t.badValue }] }
  const { shape } = operation.query
  const known = parametersOf(operation.path, operation.query)
  const given = Map.groupBy(new URLSearchParams(search), ([name]) => name)
  const inAddress = namesIn(operation.path)
  const errors: RefusedParameter[] = []
  const query: Record<string, unknown> = { ...inPath }
  for (const [name, pairs] of given) {
    const values = pairs.map(([, value]) => value)
    const many = known.find((one) => one.name === name)?.schema.type === 'array'
    if (!Object.hasOwn(shape, name) || inAddress.includes(name))
      errors.push({ parameter: name, detail: t.unknownParameter })
    else if (values.length > 1 && !many) errors.push({ parameter: name, detail: t.twice })
    else query[name] = many ? values : values[0]
  }
  if (errors.length > 0) return { kind: 'wrong', errors }
  const read = operation.query.safeParse(query)
  if (read.success) return { kind: 'asked', query: read.data }
  const names = [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')))]
  return {
    kind: 'wrong',
    errors: names.map((name) => {
      const words = known.find((one) => one.name === name)?.description
      return { parameter: name, detail: words ? `${t.badValue} ${words}` : t.badValue }
    }),
  }
}

/** PostgreSQL ends what takes too long. */
const QUERY_CANCELED = '57014'

async function handled(operation: ApiOperation, services: Services, lang: Lang, query: Record<string, unknown>) {
  try {
    return await operation.handle(services, lang, query)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === QUERY_CANCELED) return 'too-slow'
    throw error
  }
}

function found200(
  c: WebContext,
  { settings }: Services,
  lang: Lang,
  body: unknown,
  next: Readonly<Record<string, string>> | null,
): Response {
  const words = `${JSON.stringify(body)}\n`
  const etag = `W/"${hash('sha1', words, 'base64url')}"`
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'content-language': lang,
    'cache-control': 'public, max-age=0, s-maxage=30',
    vary: 'accept-language, accept-encoding',
    'access-control-expose-headers': 'Link, ETag',
    link: linksOf(c, settings.url, next).join(', '),
    etag,
  })
  const known = c.req.header('if-none-match')?.split(',')
  if (known?.some((tag) => tag.trim() === etag)) {
    headers.delete('content-type')
    return new Response(null, { status: 304, headers })
  }
  return new Response(words, { headers })
}

/** RFC 8288. */
function linksOf(c: WebContext, url: string, next: Readonly<Record<string, string>> | null): string[] {
  const prefix = c.get('lang') === 'en' ? '/en' : ''
  const links = [
    `<${url}${prefix}${urls.openApi()}>; rel="service-desc"`,
    `<${url}${prefix}${urls.api()}>; rel="describedby"`,
  ]
  if (next === null) return links
  const query = new URLSearchParams(new URL(c.req.url).search)
  for (const [name, value] of Object.entries(next)) query.set(name, value)
  const path = new URL(c.req.url).pathname
  return [`<${url}${path}?${query.toString()}>; rel="next"`, ...links]
}

function problem(
  c: WebContext,
  { settings }: Services,
  lang: Lang,
  kind: ProblemKind,
  errors: readonly RefusedParameter[],
): Response {
  const instance = inLanguage(c.get('lang'), urls.api() + pathIn(c).slice(0, 500))
  const words = API_TEXTS[lang].problems[kind]
  const body = problemOf(kind, words, { url: settings.url, path: instance, lang }, errors)
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status: PROBLEMS[kind],
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': lang,
      'cache-control': 'no-store',
      ...(kind === 'metoda' && { allow: 'GET, HEAD, OPTIONS' }),
      ...((kind === 'shume' || kind === 'jo-tani') && { 'retry-after': '60' }),
    },
  })
}
