import { localPath } from '#platform/auth/return-path.ts'
import { verifySecondFactor } from '#platform/auth/second-factor.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { nextStop, rememberSession, waitsForSecondFactor } from './account-context.ts'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import { secondFactorPage } from './show-second-factor.tsx'
import { readCodeField, returnPathOf } from './sign-in-form.ts'

/** The second step of staff, after the mailed code. */
export function secondFactorRoutes(app: WebApp, services: Services): void {
  app.get(accountUrls.secondFactor(), (c) => showSecondFactor(c, services))
  app.post(accountUrls.secondFactor(), (c) => postSecondFactor(c, services))
}

async function showSecondFactor(c: WebContext, services: Services): Promise<Response> {
  const returnPath = localPath(c.req.query('pastaj'))
  const visitor = c.get('visitor')
  if (visitor === null) return redirect(c, accountUrls.signIn(returnPath))
  const waits = visitor.kind === 'staff' && (await waitsForSecondFactor(services, visitor))
  if (!waits) return redirect(c, await nextStop(services, visitor, returnPath))
  return secondFactorPage(c, services, visitor, { returnPath })
}

async function postSecondFactor(c: WebContext, services: Services): Promise<Response> {
  const texts = textsOf(c.get('lang')).secondFactor
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const visitor = c.get('visitor')
  if (visitor === null) return redirect(c, accountUrls.signIn(returnPath))
  if (visitor.kind !== 'staff' || visitor.level === 2) return redirect(c, await nextStop(services, visitor, returnPath))
  const again = (errors: FieldErrors, status: number) =>
    secondFactorPage(c, services, visitor, { returnPath, code: textField(form, 'kodi'), errors, status })
  const read = readCodeField(form, texts)
  if (!read.ok) return again(read.errors, 422)
  const outcome = await verifySecondFactor(services, visitor, read.value, c.get('address'))
  if (outcome.kind === 'accepted') {
    rememberSession(c, services, outcome.grant)
    return redirect(c, await nextStop(services, { ...visitor, level: 2 }, returnPath))
  }
  if (outcome.reason === 'no-second-factor') return redirect(c, await nextStop(services, visitor, returnPath))
  const { words, status } = REFUSALS[outcome.reason]
  return again({ kodi: texts[words] }, status)
}

const REFUSALS = {
  'wrong-code': { words: 'wrong', status: 422 },
  'used-code': { words: 'used', status: 409 },
  'too-many': { words: 'tooMany', status: 429 },
} as const
