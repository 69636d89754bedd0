import { randomInt } from 'node:crypto'
import { isUnreachable } from '#platform/db/unreachable.ts'
import { Refused, type RefusalStatus } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage, splitLanguage, type InEveryLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { menuFor } from './frame.ts'
import { en } from './texts.en.ts'
import { sq, type AppTexts, type ErrorKind } from './texts.sq.ts'

const TEXTS: InEveryLanguage<AppTexts> = { sq, en }

/** What could not be given, and the number under which the log knows it. */
type Failure = { status: RefusalStatus | 500; kind: ErrorKind; reference: string | null }

/** Every request that ends without a page of its own ends here. Needs no database: it may be what is missing. */
export function errorPages(app: WebApp, services: Services): void {
  app.notFound((c) => answer(c, services, { status: 404, kind: 'not-found', reference: null }))
  app.onError((error, c) => answer(c, services, failureOf(error, c, services)))
}

function failureOf(error: Error, c: WebContext, { log }: Services): Failure {
  if (error instanceof Refused) return { status: error.status, kind: error.reason, reference: null }
  const reference = newReference()
  const facts = { reference, request: c.get('requestId'), method: c.req.method, code: codeOf(error) }
  if (isUnreachable(error)) {
    log.error({ ...facts, error: String(error) }, 'database not reached')
    return { status: 503, kind: 'unreachable', reference }
  }
  log.error({ ...facts, error: String(error), stack: error.stack }, 'request failed')
  return { status: 500, kind: 'unexpected', reference }
}

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined)

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** To be read out on the telephone: no 0 and O, no 1 and I. */
const newReference = (): string => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

async function answer(c: WebContext, services: Services, failure: Failure): Promise<Response> {
  // An error before the middleware has run finds none of this.
  if (c.get('lang') === undefined) c.set('lang', splitLanguage(new URL(c.req.url).pathname).lang)
  if (c.get('visitor') === undefined) c.set('visitor', null)
  if (c.get('menu') === undefined) c.set('menu', menuFor(c.get('visitor'), services.settings.demo))
  const response = wantsData(c) ? problem(c, failure) : await page(c, services, failure)
  if (failure.status === 503) response.headers.set('retry-after', '60')
  return response
}

/** Machines: an address that ends in .json, or whoever asks for JSON and not for a page. */
function wantsData(c: WebContext): boolean {
  const accept = c.req.header('accept') ?? ''
  return (
    c.req.path.endsWith('.json') ||
    c.req.path.startsWith('/api/') ||
    (/\bapplication\/(problem\+)?json\b/.test(accept) && !accept.includes('text/html'))
  )
}

/** RFC 9457. `about:blank`: the status says all there is to say. */
function problem(c: WebContext, { status, kind, reference }: Failure): Response {
  const { title, paragraphs } = TEXTS[c.get('lang')].errors[kind]
  const body = {
    type: 'about:blank',
    title,
    status,
    detail: paragraphs.join(' '),
    reason: kind,
    ...(reference && { reference }),
  }
  const headers = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: { ...headers, 'content-language': c.get('lang'), 'access-control-allow-origin': '*' },
  })
}

function page(c: WebContext, services: Services, { status, kind, reference }: Failure): Promise<Response> {
  const lang = c.get('lang')
  const { title, paragraphs, action } = TEXTS[lang].errors[kind]
  return html(
    c,
    <ErrorPage
      page={pageOf(c, services, null)}
      status={status}
      title={title}
      paragraphs={paragraphs}
      reference={reference ?? undefined}
      action={action && { href: inLanguage(lang, action.href), label: action.label }}
    />,
    { status },
  )
}
