import { withReturn } from '#platform/auth/return-path.ts'
import { hasConfirmedFactor } from '#platform/auth/second-factor-queries.ts'
import { forgetCookie, sessionCookie, type SessionGrant, SESSION_COOKIE } from '#platform/auth/session-cookie.ts'
import type { Visitor } from '#platform/auth/visitor.ts'
import { Refused } from '#platform/http/refused.ts'
import { redirect } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { accountUrls } from './account-urls.ts'

/** Where somebody who has just shown who they are goes on. */
export async function nextStop(services: Services, visitor: Visitor, returnPath: string | null): Promise<string> {
  if (visitor.kind === 'citizen') return returnPath ?? accountUrls.account
  if (visitor.level === 2) return returnPath ?? (visitor.roles.length > 0 ? '/zyra' : accountUrls.account)
  return (await waitsForSecondFactor(services, visitor))
    ? accountUrls.secondFactor(returnPath)
    : accountUrls.enrolment(returnPath)
}

/** Signed in with one factor, and has a second to show. */
export const waitsForSecondFactor = async ({ db }: Services, visitor: Visitor): Promise<boolean> =>
  visitor.kind === 'staff' && visitor.level === 1 && (await hasConfirmedFactor(db, visitor.accountId))

/** On a page for people who are signed in: the others are sent to sign in, and come back. */
export function toSignIn(c: WebContext): Response {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw new Refused(401, 'not-signed-in')
  return redirect(c, withReturn('/hyr', c.req.path))
}

/** The browser as it names itself. */
export const agentOf = (c: WebContext): string => c.req.header('user-agent') ?? ''

export function rememberSession(c: WebContext, services: Services, grant: SessionGrant): void {
  c.header('set-cookie', sessionCookie(services.settings, grant, services.clock.now()), { append: true })
}

export function forgetSession(c: WebContext, services: Services): void {
  c.header('set-cookie', forgetCookie(services.settings, SESSION_COOKIE), { append: true })
}
