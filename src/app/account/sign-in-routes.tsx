import { signInAsDemonstrationPerson } from '#platform/auth/demonstration.ts'
import { localPath } from '#platform/auth/return-path.ts'
import { ourCookie, PENDING_COOKIE } from '#platform/auth/session-cookie.ts'
import { signOut } from '#platform/auth/sessions.ts'
import { askForCode, CODE_MINUTES } from '#platform/auth/sign-in.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { agentOf, forgetSession, nextStop, rememberSession } from './account-context.ts'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import { codeRoutes } from './code-routes.tsx'
import { passkeySignInRoutes } from './passkey-sign-in-routes.tsx'
import { providerRoutes } from './provider-routes.tsx'
import { recoverySignInRoutes } from './recovery-sign-in-routes.tsx'
import { secondFactorRoutes } from './second-factor-routes.tsx'
import { readEmailField, returnPathOf } from './sign-in-form.ts'
import { signInPage } from './show-sign-in.tsx'

/** Everything on the way in, and the way out. */
export function signInRoutes(app: WebApp, services: Services): void {
  app.get(accountUrls.signIn(), (c) => showSignIn(c, services))
  app.post(accountUrls.signIn(), (c) => postEmail(c, services))
  app.post(accountUrls.demonstration, (c) => postDemonstration(c, services))
  app.post(accountUrls.signOut, (c) => postSignOut(c, services))
  codeRoutes(app, services)
  secondFactorRoutes(app, services)
  passkeySignInRoutes(app, services)
  recoverySignInRoutes(app, services)
  providerRoutes(app, services)
}

async function showSignIn(c: WebContext, services: Services): Promise<Response> {
  const returnPath = localPath(c.req.query('pastaj'))
  const visitor = c.get('visitor')
  // A citizen who wants into the office needs another account, so this page; sent on, they would walk in a circle.
  const wantsOffice = visitor?.kind === 'citizen' && /^\/zyra(\/|\?|$)/.test(returnPath ?? '')
  if (visitor && !wantsOffice) return redirect(c, await nextStop(services, visitor, returnPath))
  return signInPage(c, services, { returnPath })
}

async function postEmail(c: WebContext, services: Services): Promise<Response> {
  const texts = textsOf(c.get('lang')).signIn
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const read = readEmailField(form, texts)
  const email = textField(form, 'email')
  if (!read.ok) return signInPage(c, services, { returnPath, email, errors: read.errors, status: 422 })
  const outcome = await askForCode(services, read.value, c.get('lang'), c.get('address'))
  if (outcome.kind === 'refused') {
    return signInPage(c, services, { returnPath, email, errors: { email: texts.tooMany }, status: 429 })
  }
  const pending = ourCookie(services.settings, PENDING_COOKIE, outcome.pendingId, CODE_MINUTES * 60)
  c.header('set-cookie', pending, { append: true })
  return redirect(c, accountUrls.code(returnPath))
}

async function postDemonstration(c: WebContext, services: Services): Promise<Response> {
  if (!services.settings.demo) throw notFound()
  const form = await readForm(c)
  const accountId = textField(form, 'llogaria')
  if (!isUuid(accountId)) throw notFound()
  const browser = { agent: agentOf(c), before: c.get('visitor') }
  const grant = await signInAsDemonstrationPerson(services, accountId, browser)
  if (grant === null) throw notFound()
  rememberSession(c, services, grant)
  return redirect(c, returnPathOf(form) ?? '/zyra')
}

async function postSignOut(c: WebContext, services: Services): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor) await signOut(services, visitor)
  forgetSession(c, services)
  return redirect(c, '/')
}
