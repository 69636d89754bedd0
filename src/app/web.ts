import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { officialGate } from '#platform/auth/official-gate.ts'
import { visitorOf } from '#platform/auth/sessions.ts'
import { originCheck } from '#platform/http/origin-check.ts'
import { notFound } from '#platform/http/refused.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { WebApp, WebContext, WebEnv } from '#platform/http/web-context.ts'
import { splitLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { ONE_CLICK_LEAVE } from '#platform/subscriptions/urls.ts'
import { accountRoutes } from './account/account-routes.tsx'
import { signInRoutes } from './account/sign-in-routes.tsx'
import { assetRoutes } from './assets-routes.ts'
import { errorPages } from './errors.tsx'
import { menuFor } from './frame.ts'
import { healthRoutes } from './health-routes.ts'
import { doors } from './doors.ts'
import { officeRoutes } from './office/office-routes.tsx'
import { publicRoutes } from './public/public-routes.tsx'
import { measureRequests } from './metrics.ts'

/** The whole web, top to bottom: what every request passes, then who answers it. */
export function buildWeb(services: Services): WebApp {
  const app: WebApp = new Hono<WebEnv>({ getPath: (request) => splitLanguage(pathOf(request)).path })
  errorPages(app, services)
  assetRoutes(app, services)
  healthRoutes(app, services)
  app.use(compress())
  app.use(securityHeaders(services.settings.url.startsWith('https:')))
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    c.set('lang', splitLanguage(new URL(c.req.url).pathname).lang)
    c.set('address', addressOf(c, services.settings.trustedProxies))
    c.set('visitor', null)
    await measureRequests(c, services, next)
  })
  app.use(originCheck(services.settings.origins, ONE_CLICK_LEAVE))
  app.use(async (c, next) => {
    // No address of ours holds a NUL, and PostgreSQL takes none as a parameter. The path has been decoded once: %2500.
    if (c.req.url.includes('%00') || c.req.path.includes('%00')) throw notFound()
    await next()
  })
  app.use(async (c, next) => {
    c.set('visitor', await visitorOf(services, c.req.header('cookie')))
    c.set('menu', menuFor(c.get('visitor'), services.settings.demo))
    await next()
  })
  app.use('/zyra', officialGate)
  app.use('/zyra/*', officialGate)
  publicRoutes(app, services)
  signInRoutes(app, services)
  accountRoutes(app, services)
  officeRoutes(app, services)
  for (const door of doors) door.routes(app, services, doors)
  return app
}

function pathOf(request: Request): string {
  const { pathname } = new URL(request.url)
  return pathname.includes('%') ? decodeSafely(pathname) : pathname
}

function decodeSafely(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** The address of the sender: the socket's, or what the outermost trusted proxy wrote. Kept nowhere in clear. */
function addressOf(c: WebContext, trustedProxies: number): string {
  const socket = c.env?.incoming?.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return socket
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-trustedProxies) || socket
}
