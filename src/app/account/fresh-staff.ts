import { needsFreshProof } from '#platform/auth/fresh-proof.ts'
import { FRESH_MINUTES } from '#platform/auth/means-rules.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import { redirect } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { nextStop, toSignIn } from './account-context.ts'
import { accountUrls } from './account-urls.ts'
import { meansUrls } from './means-urls.ts'

/** Whoever opened the form in time has a quarter of an hour to fill it in. */
const FORM_MINUTES = 15

/** How old the proof may be for this request. */
export const freshFor = (c: WebContext): number => (isPost(c) ? FRESH_MINUTES + FORM_MINUTES : FRESH_MINUTES)
const isPost = (c: WebContext): boolean => c.req.method === 'POST'

/**
 * Staff who have shown lately who they are, for the deeds that change the ways in; for everybody else the answer that
 * leads there and back. `back`: the page where the deed begins.
 */
export async function freshStaff(c: WebContext, services: Services, back: string): Promise<StaffMember | Response> {
  const staff = await wholeStaff(c, services, back)
  if (staff instanceof Response) return staff
  return (await needsFreshProof(services, staff, freshFor(c))) ? redirect(c, meansUrls.proof(back)) : staff
}

/** Staff with both factors. */
export async function wholeStaff(c: WebContext, services: Services, back: string): Promise<StaffMember | Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (visitor.kind === 'citizen') return redirect(c, accountUrls.account)
  return visitor.level === 2 ? visitor : redirect(c, await nextStop(services, visitor, back))
}
