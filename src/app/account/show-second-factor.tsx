import { findFactors } from '#platform/auth/second-factor-queries.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { passkeyPlace } from './passkey-view.ts'
import { SecondFactorPage } from './second-factor-page.tsx'

type Filled = { returnPath: string | null; code?: string; errors?: FieldErrors; status?: number }

/** The second step of staff, with all that this account can show. */
export async function secondFactorPage(
  c: WebContext,
  services: Services,
  staff: StaffMember,
  { status = 200, ...filled }: Filled,
): Promise<Response> {
  const can = { factors: await findFactors(services.db, staff.accountId), passkeyPlace: passkeyPlace(services) }
  return html(c, <SecondFactorPage page={pageOf(c, services, null)} {...can} {...filled} />, { status })
}
