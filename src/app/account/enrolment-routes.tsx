import { needsFreshProof } from '#platform/auth/fresh-proof.ts'
import { localPath } from '#platform/auth/return-path.ts'
import { confirmEnrolment, prepareEnrolment } from '#platform/auth/second-factor.ts'
import type { SessionGrant } from '#platform/auth/session-cookie.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import { textField } from '#platform/http/form.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { nextStop, rememberSession, toSignIn } from './account-context.ts'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import { freshFor } from './fresh-staff.ts'
import { meansUrls } from './means-urls.ts'
import { EnrolmentPage } from './second-factor-page.tsx'
import { readCodeField, returnPathOf } from './sign-in-form.ts'

/** Setting up the second factor, and exchanging it. Outside the office, for nobody without one gets in there. */
export function enrolmentRoutes(app: WebApp, services: Services): void {
  app.get(accountUrls.enrolment(), (c) => showEnrolment(c, services))
  app.post(accountUrls.enrolment(), (c) => postEnrolment(c, services))
}

async function showEnrolment(c: WebContext, services: Services): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (visitor.kind === 'citizen') return redirect(c, accountUrls.account)
  const returnPath = localPath(c.req.query('pastaj'))
  const stale = await staleProof(c, services, visitor)
  if (stale) return stale
  const enrolment = await prepareEnrolment(services, visitor)
  if (enrolment === null) return redirect(c, firstShowTheOld(returnPath))
  return html(c, <EnrolmentPage page={pageOf(c, services, null)} enrolment={enrolment} returnPath={returnPath} />)
}

/** At level 2 a factor is exchanged, and a desk left open must not do that. */
async function staleProof(c: WebContext, services: Services, staff: StaffMember): Promise<Response | null> {
  const stale = staff.level === 2 && (await needsFreshProof(services, staff, freshFor(c)))
  return stale ? redirect(c, meansUrls.proof(accountUrls.enrolment())) : null
}

/** Whoever came for the exchange comes back to it; whoever was on the way into the office goes on. */
const firstShowTheOld = (returnPath: string | null): string =>
  accountUrls.secondFactor(returnPath ?? accountUrls.enrolment())

async function postEnrolment(c: WebContext, services: Services): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (visitor.kind === 'citizen') return redirect(c, accountUrls.account)
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const stale = await staleProof(c, services, visitor)
  if (stale) return stale
  const enrolment = await prepareEnrolment(services, visitor, textField(form, 'celesi'))
  if (enrolment === null) return redirect(c, firstShowTheOld(returnPath))
  const again = (kodi: string, status: number) => {
    const filled = { enrolment, returnPath, code: enrolment.fresh ? '' : textField(form, 'kodi'), errors: { kodi } }
    return html(c, <EnrolmentPage page={pageOf(c, services, null)} {...filled} />, { status })
  }
  const texts = textsOf(c.get('lang'))
  if (enrolment.fresh) return again(texts.enrolment.stale, 409)
  const read = readCodeField(form, texts.secondFactor)
  if (!read.ok) return again(texts.secondFactor.shape, 422)
  const outcome = await confirmEnrolment(services, visitor, enrolment, read.value)
  if (outcome.kind === 'set') return goOn(c, services, visitor, outcome.grant, returnPath)
  return outcome.reason === 'wrong-code'
    ? again(texts.secondFactor.wrong, 422)
    : redirect(c, firstShowTheOld(returnPath))
}

async function goOn(
  c: WebContext,
  services: Services,
  staff: StaffMember,
  grant: SessionGrant | null,
  returnPath: string | null,
): Promise<Response> {
  if (grant === null) return redirect(c, returnPath ?? `${accountUrls.account}?bere=faktori`)
  rememberSession(c, services, grant)
  return redirect(c, await nextStop(services, { ...staff, level: 2 }, returnPath))
}
