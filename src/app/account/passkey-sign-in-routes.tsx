import { signInWithPasskey, verifyPasskeyFactor } from '#platform/auth/passkey-sign-in.ts'
import { readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { agentOf, nextStop, rememberSession } from './account-context.ts'
import { accountUrls } from './account-urls.ts'
import { browserOf } from './browser-token.ts'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'
import { answerIn } from './passkey-form.ts'
import { secondFactorPage } from './show-second-factor.tsx'
import { returnPathOf } from './sign-in-form.ts'
import { signInPage } from './show-sign-in.tsx'

/** In by a passkey: at once, or after the mailed code. */
export function passkeySignInRoutes(app: WebApp, services: Services): void {
  app.post(meansUrls.passkeySignIn, (c) => postSignIn(c, services))
  app.post(meansUrls.passkeyFactor, (c) => postFactor(c, services))
}

const WORDS = {
  'not-shown': 'notShown',
  'copied-key': 'copied',
  'code-needed': 'codeNeeded',
  'same-factor': 'same',
} as const

async function postSignIn(c: WebContext, services: Services): Promise<Response> {
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const browser = { browser: browserOf(c, services), agent: agentOf(c), before: c.get('visitor') }
  const outcome = await signInWithPasskey(services, { ...browser, shown: answerIn(form) })
  if (outcome.kind === 'refused') {
    const words = meansTextsOf(c.get('lang')).passkey[WORDS[outcome.reason]]
    return signInPage(c, services, { returnPath, errors: { celesi: words }, status: 409 })
  }
  rememberSession(c, services, outcome.grant)
  if (outcome.next === 'second-factor') return redirect(c, accountUrls.secondFactor(returnPath))
  // Its roles are read with the next request, which leads on to where they belong.
  return redirect(c, accountUrls.signIn(returnPath))
}

async function postFactor(c: WebContext, services: Services): Promise<Response> {
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const visitor = c.get('visitor')
  if (visitor === null) return redirect(c, accountUrls.signIn(returnPath))
  if (visitor.kind !== 'staff' || visitor.level === 2) return redirect(c, await nextStop(services, visitor, returnPath))
  const shown = { browser: browserOf(c, services), shown: answerIn(form) }
  const outcome = await verifyPasskeyFactor(services, visitor, shown)
  if (outcome.kind === 'refused') {
    const errors = { celesi: meansTextsOf(c.get('lang')).passkey[WORDS[outcome.reason]] }
    return secondFactorPage(c, services, visitor, { returnPath, errors, status: 409 })
  }
  rememberSession(c, services, outcome.grant)
  return redirect(c, await nextStop(services, { ...visitor, level: 2 }, returnPath))
}
