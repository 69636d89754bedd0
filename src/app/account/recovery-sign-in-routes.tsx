import { signInWithRecoveryCode } from '#platform/auth/recovery-codes.ts'
import { localPath } from '#platform/auth/return-path.ts'
import { textField } from '#platform/http/form.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { nextStop, rememberSession, waitsForSecondFactor } from './account-context.ts'
import { accountUrls } from './account-urls.ts'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'
import { RecoveryEntryPage } from './recovery-codes-page.tsx'
import { returnPathOf } from './sign-in-form.ts'

/** After the mailed code, in place of a telephone or a key that is not at hand. */
export function recoverySignInRoutes(app: WebApp, services: Services): void {
  app.get(meansUrls.recoverySignIn(), (c) => showEntry(c, services))
  app.post(meansUrls.recoverySignIn(), (c) => postEntry(c, services))
}

async function showEntry(c: WebContext, services: Services): Promise<Response> {
  const returnPath = localPath(c.req.query('pastaj'))
  const visitor = c.get('visitor')
  if (visitor === null) return redirect(c, accountUrls.signIn(returnPath))
  const waits = await waitsForSecondFactor(services, visitor)
  if (!waits) return redirect(c, await nextStop(services, visitor, returnPath))
  return html(c, <RecoveryEntryPage page={pageOf(c, services, null)} returnPath={returnPath} />)
}

const REFUSALS = {
  'wrong-shape': { words: 'shape', status: 422 },
  'wrong-code': { words: 'wrong', status: 422 },
  'too-many': { words: 'tooMany', status: 429 },
} as const

async function postEntry(c: WebContext, services: Services): Promise<Response> {
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const visitor = c.get('visitor')
  if (visitor === null) return redirect(c, accountUrls.signIn(returnPath))
  if (visitor.kind !== 'staff' || visitor.level === 2) return redirect(c, await nextStop(services, visitor, returnPath))
  const code = textField(form, 'kodi')
  const outcome = await signInWithRecoveryCode(services, visitor, code, c.get('lang'))
  if (outcome.kind === 'accepted') {
    rememberSession(c, services, outcome.grant)
    return redirect(c, await nextStop(services, { ...visitor, level: 2 }, returnPath))
  }
  const { words, status } = REFUSALS[outcome.reason]
  const filled = { returnPath, code, errors: { kodi: meansTextsOf(c.get('lang')).recovery[words] } }
  return html(c, <RecoveryEntryPage page={pageOf(c, services, null)} {...filled} />, { status })
}
