import { pendingLinkIn } from '#platform/auth/oidc-client.ts'
import { linkIdentity, unlinkIdentity, type LinkOutcome } from '#platform/auth/oidc-linking.ts'
import { forgetCookie, PROVIDER_COOKIE, readCookie } from '#platform/auth/session-cookie.ts'
import { ownerOf } from '#platform/auth/sessions.ts'
import type { Visitor } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { toSignIn } from './account-context.ts'
import { freshStaff } from './fresh-staff.ts'
import { IdentitiesPage, LinkIdentityPage } from './identities-page.tsx'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'
import { ProviderProblemPage } from './provider-problem-page.tsx'
import { providerOf, viewIdentities } from './provider-view.ts'

/** One's own identities at providers: seen, linked, taken away. */
export function identitiesRoutes(app: WebApp, services: Services): void {
  app.get(meansUrls.identities, (c) => showIdentities(c, services))
  app.get(meansUrls.link, (c) => showLink(c, services))
  app.post(meansUrls.link, (c) => postLink(c, services))
  app.post(meansUrls.unlink(':id'), (c) => postUnlink(c, services, c.req.param('id') ?? ''))
}

/** A citizen as they are: a mailed code is all they have. Of staff both factors, shown lately. */
async function whoIs(c: WebContext, services: Services): Promise<Visitor | Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  return visitor.kind === 'citizen' ? visitor : freshStaff(c, services, meansUrls.identities)
}

async function showIdentities(c: WebContext, services: Services): Promise<Response> {
  const visitor = await whoIs(c, services)
  if (visitor instanceof Response) return visitor
  const view = await viewIdentities(services, ownerOf(visitor))
  const status = meansTextsOf(c.get('lang')).identities.done[c.req.query('bere') ?? ''] ?? null
  return html(c, <IdentitiesPage page={pageOf(c, services, null)} {...view} status={status} />)
}

/** What was shown at the provider and waits for the button; null when it is not of this sign-in, or too long ago. */
async function pendingOf(c: WebContext, services: Services, visitor: Visitor) {
  const link = pendingLinkIn(services, readCookie(services.settings, c.req.header('cookie'), PROVIDER_COOKIE))
  const provider = link && link.sessionId === visitor.sessionId ? await providerOf(services, link.slug) : null
  return link && provider ? { link, provider } : null
}

async function showLink(c: WebContext, services: Services): Promise<Response> {
  const visitor = await whoIs(c, services)
  if (visitor instanceof Response) return visitor
  const pending = await pendingOf(c, services, visitor)
  if (pending === null) return redirect(c, meansUrls.identities)
  const { link, provider } = pending
  return html(c, <LinkIdentityPage page={pageOf(c, services, null)} provider={provider.name} label={link.label} />)
}

async function postLink(c: WebContext, services: Services): Promise<Response> {
  const visitor = await whoIs(c, services)
  if (visitor instanceof Response) return visitor
  const pending = await pendingOf(c, services, visitor)
  if (pending === null) return redirect(c, meansUrls.identities)
  const outcome = await linkIdentity(services, visitor, pending.provider, pending.link, c.get('lang'))
  const response = await linkAnswer(c, services, outcome)
  response.headers.append('set-cookie', forgetCookie(services.settings, PROVIDER_COOKIE))
  return response
}

function linkAnswer(c: WebContext, services: Services, outcome: LinkOutcome): Response | Promise<Response> {
  if (outcome.kind !== 'refused') return redirect(c, `${meansUrls.identities}?bere=lidhur`)
  const page = pageOf(c, services, null)
  return html(c, <ProviderProblemPage page={page} problem={outcome.reason} returnPath={null} />, { status: 409 })
}

async function postUnlink(c: WebContext, services: Services, id: string): Promise<Response> {
  const visitor = await whoIs(c, services)
  if (visitor instanceof Response) return visitor
  if (!isUuid(id) || !(await unlinkIdentity(services, visitor, id, c.get('lang')))) throw notFound()
  return redirect(c, `${meansUrls.identities}?bere=hequr`)
}
