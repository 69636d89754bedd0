import { needsFreshProof } from '#platform/auth/fresh-proof.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { removeSecondFactor } from '#platform/auth/remove-second-factor.ts'
import { withReturn } from '#platform/auth/return-path.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { freshFor } from '../../account/fresh-staff.ts'
import { meansUrls } from '../../account/means-urls.ts'
import { signInMeansPermissions } from './permissions.ts'
import { readReason } from './remove-factor-form.ts'
import { RemoveFactorPage } from './remove-factor-page.tsx'
import { viewRemoveFactor, type RemoveFactorView } from './remove-factor-view.ts'
import { signInMeansTexts } from './texts.ts'
import { meansOfficeUrls } from './urls.ts'

/** For who has lost every second factor and stands before the desk. */
export function removeFactorRoutes(app: WebApp, services: Services): void {
  const roles = signInMeansPermissions['people.remove-factor']
  const path = meansOfficeUrls.removeFactor(':id')
  officeRoute(app, 'GET', path, roles, (c, official) => showRemoval(c, services, official))
  officeRoute(app, 'POST', path, roles, (c, official) => postRemoval(c, services, official))
}

async function personOf(c: WebContext, services: Services, official: Official): Promise<RemoveFactorView> {
  const id = c.req.param('id') ?? ''
  const view = isUuid(id) ? await viewRemoveFactor(services, official, id) : null
  if (view === null) throw notFound()
  return view
}

/** A desk left open must not put a colleague out. */
async function askWhoItIs(c: WebContext, services: Services, official: Official): Promise<Response | null> {
  const stale = await needsFreshProof(services, official, freshFor(c))
  return stale ? redirect(c, withReturn(meansUrls.proof(), c.req.path)) : null
}

async function showRemoval(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await personOf(c, services, official)
  const stale = await askWhoItIs(c, services, official)
  if (stale) return stale
  const status = c.req.query('bere') === 'hequr' ? signInMeansTexts(c.get('lang')).done : null
  return html(c, <RemoveFactorPage page={pageOf(c, services, null)} view={view} status={status} />)
}

async function postRemoval(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await personOf(c, services, official)
  const stale = await askWhoItIs(c, services, official)
  if (stale) return stale
  const page = pageOf(c, services, null)
  // Sent twice, it finds nothing the second time, and that is what was wanted.
  if (view.stop === 'nothing') return redirect(c, `${meansOfficeUrls.removeFactor(view.id)}?bere=hequr`)
  if (view.stop !== null) return html(c, <RemoveFactorPage page={page} view={view} />, { status: 409 })
  const form = await readForm(c)
  const read = readReason(form, signInMeansTexts(page.lang))
  if (!read.ok) {
    const filled = { reason: textField(form, 'arsyeja'), errors: read.errors }
    return html(c, <RemoveFactorPage page={page} view={view} {...filled} />, { status: 422 })
  }
  const outcome = await removeSecondFactor(services, official, view.id, read.reason)
  if (outcome.kind === 'refused') throw new Refused(409, 'conflict')
  return redirect(c, `${meansOfficeUrls.removeFactor(view.id)}?bere=hequr`)
}
