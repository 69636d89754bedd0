import { makeRecoveryCodes, newCodeForm } from '#platform/auth/recovery-codes.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import { textField } from '#platform/http/form.ts'
import { html, pageOf, readForm } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { freshStaff } from './fresh-staff.ts'
import { meansUrls } from './means-urls.ts'
import { MadeCodesPage, RecoveryCodesPage } from './recovery-codes-page.tsx'
import { viewRecoveryCodes } from './recovery-codes-view.ts'

/** One's own recovery codes: how many are left, and ten new ones. */
export function recoveryCodesRoutes(app: WebApp, services: Services): void {
  app.get(meansUrls.recoveryCodes, (c) => showCodes(c, services))
  app.post(meansUrls.recoveryCodes, (c) => postCodes(c, services))
}

async function showCodes(c: WebContext, services: Services): Promise<Response> {
  const staff = await freshStaff(c, services, meansUrls.recoveryCodes)
  return staff instanceof Response ? staff : codesPage(c, services, staff)
}

async function codesPage(
  c: WebContext,
  services: Services,
  staff: StaffMember,
  refused?: 'shown-before' | 'no-second-factor',
): Promise<Response> {
  const known = await viewRecoveryCodes(services, staff)
  const filled = { known, form: newCodeForm(), ...(refused && { refused }) }
  const page = pageOf(c, services, null)
  return html(c, <RecoveryCodesPage page={page} {...filled} />, { status: refused ? 409 : 200 })
}

/** The one answer to a form that is a page at once: the codes can be told now and never again. */
async function postCodes(c: WebContext, services: Services): Promise<Response> {
  const staff = await freshStaff(c, services, meansUrls.recoveryCodes)
  if (staff instanceof Response) return staff
  const typed = textField(await readForm(c), 'dergesa')
  const form = /^[A-Za-z0-9_-]{32}$/.test(typed) ? typed : newCodeForm()
  const outcome = await makeRecoveryCodes(services, staff, form, c.get('lang'))
  if (outcome.kind === 'refused') return codesPage(c, services, staff, outcome.reason)
  const made = { email: staff.email, codes: outcome.codes, now: services.clock.now() }
  return html(c, <MadeCodesPage page={pageOf(c, services, null)} {...made} />)
}
