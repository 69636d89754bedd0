import { createMiddleware } from 'hono/factory'
import { Refused, type RefusalReason } from '../http/refused.ts'
import { redirect } from '../http/render.ts'
import type { WebApp, WebContext, WebEnv } from '../http/web-context.ts'
import { mayAnywhere } from './permissions.ts'
import { withReturn } from './return-path.ts'
import type { Official, Role, Visitor } from './visitor.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/** Stands before `/zyra` and all below it. Whatever the way in was, nobody passes without a second factor and a role. */
export const officialGate = createMiddleware<WebEnv>(async (c, next) => {
  const refusal = refusalToEnter(c.get('visitor'))
  if (refusal === 'not-signed-in' && SAFE_METHODS.has(c.req.method)) {
    return redirect(c, withReturn('/hyr', c.req.path + new URL(c.req.url).search))
  }
  officialOf(c)
  return next()
})

/** Why somebody may not enter the office, or null. */
export function refusalToEnter(visitor: Visitor | null): RefusalReason | null {
  if (visitor === null) return 'not-signed-in'
  if (visitor.kind === 'citizen') return 'not-permitted'
  if (visitor.level !== 2) return 'second-factor-needed'
  return visitor.roles.length + (visitor.bodyRoles ?? []).length === 0 ? 'not-permitted' : null
}

/** The only place where an Official is made. Throws for everybody else, so that a forgotten gate opens nothing. */
export function officialOf(c: WebContext): Official {
  const visitor = c.get('visitor')
  const refusal = refusalToEnter(visitor)
  if (refusal !== null || visitor?.kind !== 'staff') {
    throw new Refused(refusal === 'not-signed-in' ? 401 : 403, refusal ?? 'not-permitted')
  }
  return { ...visitor, level: 2 }
}

export type OfficeRoute = { method: OfficeMethod; path: string; roles: readonly Role[] }
export type OfficeMethod = 'GET' | 'POST'
export type OfficeHandler = (c: WebContext, official: Official) => Response | Promise<Response>

const registry = new WeakMap<WebApp, OfficeRoute[]>()

/**
 * Every page of the office is hung up here: its roles are asked before the handler runs, and the matrix test finds it.
 * Holding a role somewhere only shows that the page exists; which records it opens is for `mayIn` and
 * `institutionsWhere` inside.
 */
export function officeRoute(
  app: WebApp,
  method: OfficeMethod,
  path: string,
  roles: readonly Role[],
  handler: OfficeHandler,
): void {
  if (!/^\/zyra(\/|$)/.test(path)) throw new Error(`an office route outside /zyra: ${path}`)
  registry.set(app, [...officeRoutes(app), { method, path, roles }])
  app.on(method, path, (c) => {
    const official = officialOf(c)
    if (!mayAnywhere(official, roles)) throw new Refused(403, 'not-permitted')
    return handler(c, official)
  })
}

/** All that `officeRoute` has hung up on an app. */
export const officeRoutes = (app: WebApp): readonly OfficeRoute[] => registry.get(app) ?? []
