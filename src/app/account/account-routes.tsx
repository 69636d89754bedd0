import { endAllOtherSessions, endSession } from '#platform/auth/sessions.ts'
import type { Visitor } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { forgetSession, nextStop, toSignIn } from './account-context.ts'
import { AccountPage } from './account-page.tsx'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import { viewAccount } from './account-view.ts'
import { enrolmentRoutes } from './enrolment-routes.tsx'
import { identitiesRoutes } from './identities-routes.tsx'
import { passkeysRoutes } from './passkeys-routes.tsx'
import { proofRoutes } from './proof-routes.tsx'
import { recoveryCodesRoutes } from './recovery-codes-routes.tsx'

/** What a person sees of the own account, and what they can end. */
export function accountRoutes(app: WebApp, services: Services): void {
  app.get(accountUrls.account, (c) => showAccount(c, services))
  app.post(accountUrls.endOtherSessions, (c) => postEndOthers(c, services))
  app.post(accountUrls.endSession(':id'), (c) => postEndSession(c, services, c.req.param('id') ?? ''))
  enrolmentRoutes(app, services)
  passkeysRoutes(app, services)
  recoveryCodesRoutes(app, services)
  identitiesRoutes(app, services)
  proofRoutes(app, services)
}

/**
 * A mailed code alone neither shows an official's sessions nor ends them: whoever reads the mailbox could otherwise
 * watch the official and throw them out.
 */
const isHalfIn = (visitor: Visitor): boolean => visitor.kind === 'staff' && visitor.level === 1

async function showAccount(c: WebContext, services: Services): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (isHalfIn(visitor)) return redirect(c, await nextStop(services, visitor, accountUrls.account))
  const view = await viewAccount(services, c.get('lang'), visitor)
  const done = Object.entries(textsOf(c.get('lang')).done).find(([deed]) => deed === c.req.query('bere'))
  return html(c, <AccountPage page={pageOf(c, services, null)} view={view} status={done?.[1] ?? null} />)
}

async function postEndSession(c: WebContext, services: Services, id: string): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (isHalfIn(visitor)) return redirect(c, await nextStop(services, visitor, accountUrls.account))
  if (!isUuid(id) || !(await endSession(services, visitor, id))) throw notFound()
  if (id !== visitor.sessionId) return redirect(c, `${accountUrls.account}?bere=seanca`)
  forgetSession(c, services)
  return redirect(c, '/')
}

async function postEndOthers(c: WebContext, services: Services): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (isHalfIn(visitor)) return redirect(c, await nextStop(services, visitor, accountUrls.account))
  await endAllOtherSessions(services, visitor)
  return redirect(c, `${accountUrls.account}?bere=te-tjerat`)
}
