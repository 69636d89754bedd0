import { needsFreshProof } from '#platform/auth/fresh-proof.ts'
import { beginAt, finishAt, FLOW_MINUTES, flowIn, sealLink } from '#platform/auth/oidc-client.ts'
import type { Provider } from '#platform/auth/oidc-queries.ts'
import type { Claims, Flow } from '#platform/auth/oidc-rules.ts'
import { proveByIdentity, signInWithIdentity } from '#platform/auth/oidc-sign-in.ts'
import { localPath } from '#platform/auth/return-path.ts'
import { forgetCookie, ourCookie, PROVIDER_COOKIE, readCookie } from '#platform/auth/session-cookie.ts'
import type { Visitor } from '#platform/auth/visitor.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { agentOf, nextStop, rememberSession, toSignIn } from './account-context.ts'
import { accountUrls } from './account-urls.ts'
import { meansUrls } from './means-urls.ts'
import { ProviderProblemPage, type ProviderProblem } from './provider-problem-page.tsx'
import { providerOf } from './provider-view.ts'

/** To a provider of identities and back: to sign in, to link, to show once more who one is. */
export function providerRoutes(app: WebApp, services: Services): void {
  app.get(meansUrls.provider(':slug'), (c) => begin(c, services, c.req.param('slug') ?? ''))
  app.get(meansUrls.callback(':slug'), (c) => comeBack(c, services, c.req.param('slug') ?? ''))
}

const STATUS: Record<ProviderProblem, number> = {
  unreachable: 503,
  cancelled: 409,
  'not-verified': 409,
  'link-first': 409,
  'no-entry': 403,
  'of-somebody-else': 409,
  'proof-refused': 409,
}

function problemPage(c: WebContext, services: Services, problem: ProviderProblem, returnPath: string | null) {
  const page = pageOf(c, services, null)
  return html(c, <ProviderProblemPage page={page} problem={problem} returnPath={returnPath} />, {
    status: STATUS[problem],
  })
}

const PURPOSES = { lidhja: 'link', konfirmimi: 'confirm' } as const

/** Nothing changes here but a cookie. The form's policy lets no form lead to another site, so this is a link. */
async function begin(c: WebContext, services: Services, slug: string): Promise<Response> {
  const provider = await providerOf(services, slug)
  if (provider === null) throw notFound()
  const returnPath = localPath(c.req.query('pastaj'))
  const visitor = c.get('visitor')
  const asked = Object.entries(PURPOSES).find(([word]) => word === c.req.query('qellimi'))?.[1]
  const stop = await mayNotBegin(c, services, asked ?? 'sign-in', visitor, returnPath)
  if (stop !== null) return stop
  const sessionId = asked === undefined ? null : (visitor?.sessionId ?? null)
  const purpose = asked ?? 'sign-in'
  const outcome = await beginAt(services, provider, { purpose, returnPath, sessionId, lang: c.get('lang') })
  if (outcome.kind === 'unreachable') return problemPage(c, services, 'unreachable', returnPath)
  rememberFlow(c, services, outcome.cookie)
  return c.redirect(outcome.url, 303)
}

function rememberFlow(c: WebContext, { settings }: Services, sealed: string): void {
  c.header('set-cookie', ourCookie(settings, PROVIDER_COOKIE, sealed, FLOW_MINUTES * 60), { append: true })
}

async function mayNotBegin(
  c: WebContext,
  services: Services,
  purpose: Flow['purpose'],
  visitor: Visitor | null,
  returnPath: string | null,
): Promise<Response | null> {
  if (purpose === 'sign-in') {
    const citizenToOffice = visitor?.kind === 'citizen'
    return visitor && !citizenToOffice ? redirect(c, await nextStop(services, visitor, returnPath)) : null
  }
  if (visitor === null) return toSignIn(c)
  if (visitor.kind === 'citizen') return purpose === 'link' ? null : redirect(c, accountUrls.account)
  if (visitor.level === 1) return redirect(c, await nextStop(services, visitor, accountUrls.account))
  const stale = purpose === 'link' && (await needsFreshProof(services, visitor))
  return stale ? redirect(c, meansUrls.proof(meansUrls.identities)) : null
}

async function comeBack(c: WebContext, services: Services, slug: string): Promise<Response> {
  const flow = flowIn(services, readCookie(services.settings, c.req.header('cookie'), PROVIDER_COOKIE))
  if (flow === null || flow.slug !== slug) return backAgain(c, services)
  c.set('lang', flow.lang)
  const response = await finish(c, services, slug, flow)
  const kept = response.headers.getSetCookie().some((line) => line.includes(PROVIDER_COOKIE))
  // Once: the way back with the browser's button, or a second press, finds nothing here.
  if (!kept) response.headers.append('set-cookie', forgetCookie(services.settings, PROVIDER_COOKIE))
  return response
}

async function finish(c: WebContext, services: Services, slug: string, flow: Flow): Promise<Response> {
  const provider = await providerOf(services, slug)
  if (provider === null) throw notFound()
  const visitor = c.get('visitor')
  if (flow.purpose !== 'sign-in' && visitor?.sessionId !== flow.sessionId) {
    return problemPage(c, services, 'not-verified', flow.returnPath)
  }
  const outcome = await finishAt(services, provider, flow, new URL(c.req.url).search)
  if (outcome.kind === 'refused') return problemPage(c, services, outcome.reason, flow.returnPath)
  return goOn(c, services, { provider, flow, claims: outcome.claims })
}

/** Whoever is in by now came here with the browser's button and is led on; for the others there is nothing to finish. */
async function backAgain(c: WebContext, services: Services): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor !== null) return redirect(c, await nextStop(services, visitor, null))
  return problemPage(c, services, 'not-verified', null)
}

type Back = { provider: Provider; flow: Flow; claims: Claims }

async function goOn(c: WebContext, services: Services, back: Back): Promise<Response> {
  const { provider, flow, claims } = back
  const visitor = c.get('visitor')
  switch (flow.purpose) {
    case 'sign-in':
      return signIn(c, services, back)
    case 'link': {
      const { subject, label, assurance } = claims
      const link = sealLink(services, {
        slug: provider.slug,
        subject,
        label,
        assurance,
        sessionId: flow.sessionId ?? '',
      })
      rememberFlow(c, services, link)
      return redirect(c, meansUrls.link)
    }
    case 'confirm': {
      const proved = visitor?.kind === 'staff' && (await proveByIdentity(services, visitor, provider, claims))
      if (!proved) return problemPage(c, services, 'proof-refused', flow.returnPath)
      return redirect(c, flow.returnPath ?? accountUrls.account)
    }
  }
}

async function signIn(c: WebContext, services: Services, { provider, flow, claims }: Back): Promise<Response> {
  const who = { agent: agentOf(c), lang: flow.lang, before: c.get('visitor') }
  const outcome = await signInWithIdentity(services, provider, claims, who)
  if (outcome.kind === 'refused') return problemPage(c, services, outcome.reason, flow.returnPath)
  rememberSession(c, services, outcome.grant)
  // Its roles and its level are read with the next request, which leads on to where they belong.
  return redirect(c, accountUrls.signIn(flow.returnPath))
}
