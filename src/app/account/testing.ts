import { Hono } from 'hono'
import { officeRoute, officialGate } from '#platform/auth/official-gate.ts'
import { visitorOf } from '#platform/auth/sessions.ts'
import { Refused } from '#platform/http/refused.ts'
import type { WebApp, WebEnv } from '#platform/http/web-context.ts'
import { splitLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { knowAssets } from '#ui/assets.ts'
import { accountRoutes } from './account-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

const NAMES = ['public.css', 'office.css', 'public.js', 'office.js', 'mark.svg', 'sans-400.woff2', 'serif-600.woff2']

/** The account pages and one page of the office, with the middleware they lean on. */
export function accountWeb(services: Services): WebApp {
  knowAssets(Object.fromEntries(NAMES.map((name) => [name, name])))
  const app: WebApp = new Hono<WebEnv>({ getPath: (request) => splitLanguage(new URL(request.url).pathname).path })
  app.onError((error, c) => {
    if (error instanceof Refused) return c.text(error.reason, error.status)
    throw error
  })
  app.use(async (c, next) => {
    c.set('lang', splitLanguage(new URL(c.req.url).pathname).lang)
    c.set('address', '192.0.2.1')
    c.set('visitor', await visitorOf(services, c.req.header('cookie')))
    await next()
  })
  app.use('/zyra', officialGate)
  app.use('/zyra/*', officialGate)
  signInRoutes(app, services)
  accountRoutes(app, services)
  officeRoute(app, 'GET', '/zyra', ['operator'], (c, official) => c.text(`the office of ${official.name}`))
  return app
}

export type Answer = { status: number; location: string; body: string }

/** Keeps cookies as a browser does, follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>()
  private readonly app: WebApp

  constructor(app: WebApp) {
    this.app = app
  }

  get(path: string): Promise<Answer> {
    return this.send(path, {})
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields) })
  }

  private async send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.app.request(path, { ...init, headers: { cookie, 'user-agent': 'Firefox/140.0 Linux' } })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return { status: response.status, location: response.headers.get('location') ?? '', body: await response.text() }
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (/;\s*Max-Age=0(;|$)/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1))
  }
}
