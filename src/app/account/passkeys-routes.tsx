import { MOST_PASSKEYS } from '#platform/auth/passkey-rules.ts'
import { passkeyToMake, addPasskey, removePasskey, type AddPasskeyOutcome } from '#platform/auth/passkeys.ts'
import { passkeyToShow } from '#platform/auth/passkey-sign-in.ts'
import { localPath } from '#platform/auth/return-path.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { nextStop, rememberSession, toSignIn } from './account-context.ts'
import { accountUrls } from './account-urls.ts'
import { browserOf, rememberBrowser } from './browser-token.ts'
import { freshStaff } from './fresh-staff.ts'
import { meansTextsOf } from './means-texts.ts'
import type { MeansTexts } from './means-texts.sq.ts'
import { meansUrls, PASSKEY_PURPOSES } from './means-urls.ts'
import { answerIn, readPasskeyName } from './passkey-form.ts'
import { findOwnPasskey, viewPasskeys, type PasskeysView } from './passkey-view.ts'
import { PasskeysPage, RemovePasskeyPage } from './passkeys-page.tsx'
import { returnPathOf } from './sign-in-form.ts'

/** One's own passkeys: seen, added, removed. */
export function passkeysRoutes(app: WebApp, services: Services): void {
  app.post(meansUrls.passkeyChallenge, (c) => postChallenge(c, services))
  app.get(meansUrls.passkeys(), (c) => showPasskeys(c, services))
  app.post(meansUrls.passkeys(), (c) => postPasskey(c, services))
  app.get(meansUrls.removePasskey(':id'), (c) => showRemoval(c, services, c.req.param('id') ?? ''))
  app.post(meansUrls.removePasskey(':id'), (c) => postRemoval(c, services, c.req.param('id') ?? ''))
}

/** What is to be signed, for the browser's script. Asked for at the press of the button, so that no page grows old. */
async function postChallenge(c: WebContext, services: Services): Promise<Response> {
  const asked = textField(await readForm(c), 'qellimi')
  const visitor = c.get('visitor')
  const staff = visitor?.kind === 'staff' ? visitor : null
  const browser = rememberBrowser(c, services)
  if (asked === 'shtimi') {
    if (staff === null) throw new Refused(401, 'not-signed-in')
    return answerWith(c, await passkeyToMake(services, staff, browser))
  }
  const purpose = Object.entries(PASSKEY_PURPOSES).find(([word]) => word === asked)?.[1]
  if (purpose === undefined) throw notFound()
  if (purpose !== 'sign-in' && staff === null) throw new Refused(401, 'not-signed-in')
  const whose = purpose === 'sign-in' ? null : staff
  return answerWith(c, await passkeyToShow(services, whose, { purpose, browser, address: c.get('address') }))
}

function answerWith(c: WebContext, options: object | null): Response {
  if (options === null) throw new Refused(409, 'conflict')
  return c.json(options)
}

/** At level 1 only the very first factor is set up; at level 2 the deed asks for a fresh proof. */
async function whoMayAdd(c: WebContext, services: Services, back: string): Promise<StaffMember | Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (visitor.kind === 'staff' && visitor.level === 1) return visitor
  return freshStaff(c, services, back)
}

type Filled = { returnPath: string | null; name?: string; errors?: FieldErrors; status?: number; done?: string | null }

function page(c: WebContext, services: Services, view: PasskeysView, { status = 200, done = null, ...filled }: Filled) {
  return html(c, <PasskeysPage page={pageOf(c, services, null)} {...view} {...filled} status={done} />, { status })
}

async function showPasskeys(c: WebContext, services: Services): Promise<Response> {
  const returnPath = localPath(c.req.query('pastaj'))
  const staff = await whoMayAdd(c, services, meansUrls.passkeys(returnPath))
  if (staff instanceof Response) return staff
  const view = await viewPasskeys(services, staff)
  if (view === null) return redirect(c, accountUrls.secondFactor(meansUrls.passkeys()))
  const words = meansTextsOf(c.get('lang')).passkeys.done
  return page(c, services, view, { returnPath, done: words[c.req.query('bere') ?? ''] ?? null })
}

async function postPasskey(c: WebContext, services: Services): Promise<Response> {
  const texts = meansTextsOf(c.get('lang')).passkeys
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const staff = await whoMayAdd(c, services, meansUrls.passkeys(returnPath))
  if (staff instanceof Response) return staff
  const view = await viewPasskeys(services, staff)
  if (view === null) return redirect(c, accountUrls.secondFactor(meansUrls.passkeys()))
  const read = readPasskeyName(form, texts)
  const typed = { returnPath, name: textField(form, 'emri') }
  if (!read.ok) return page(c, services, view, { ...typed, errors: read.errors, status: 422 })
  const made = { browser: browserOf(c, services), made: answerIn(form), name: read.name, lang: c.get('lang') }
  const outcome = await addPasskey(services, staff, made)
  if (outcome.kind === 'added') return goOn(c, services, staff, outcome, returnPath)
  if (outcome.reason === 'second-factor-needed') return redirect(c, accountUrls.secondFactor(meansUrls.passkeys()))
  return page(c, services, view, { ...typed, errors: { emri: wordsOf(texts, outcome.reason) }, status: 409 })
}

function wordsOf(texts: MeansTexts['passkeys'], reason: 'not-made' | 'known-key' | 'too-many-keys'): string {
  if (reason === 'too-many-keys') return texts.tooMany(MOST_PASSKEYS)
  return reason === 'known-key' ? texts.known : texts.notMade
}

async function goOn(
  c: WebContext,
  services: Services,
  staff: StaffMember,
  { grant }: Extract<AddPasskeyOutcome, { kind: 'added' }>,
  returnPath: string | null,
): Promise<Response> {
  if (grant === null) return redirect(c, returnPath ?? `${meansUrls.passkeys()}?bere=shtuar`)
  rememberSession(c, services, grant)
  return redirect(c, await nextStop(services, { ...staff, level: 2 }, returnPath))
}

async function showRemoval(c: WebContext, services: Services, id: string): Promise<Response> {
  const staff = await freshStaff(c, services, meansUrls.removePasskey(id))
  if (staff instanceof Response) return staff
  const passkey = isUuid(id) ? await findOwnPasskey(services, staff, id) : null
  if (passkey === null) throw notFound()
  return html(c, <RemovePasskeyPage page={pageOf(c, services, null)} passkey={passkey} />)
}

async function postRemoval(c: WebContext, services: Services, id: string): Promise<Response> {
  const staff = await freshStaff(c, services, meansUrls.removePasskey(id))
  if (staff instanceof Response) return staff
  const passkey = isUuid(id) ? await findOwnPasskey(services, staff, id) : null
  if (passkey === null) throw notFound()
  const outcome = await removePasskey(services, staff, id, c.get('lang'))
  if (outcome.kind === 'removed') return redirect(c, `${meansUrls.passkeys()}?bere=hequr`)
  if (outcome.reason === 'no-such-key') throw notFound()
  return html(c, <RemovePasskeyPage page={pageOf(c, services, null)} passkey={passkey} refused />, { status: 409 })
}
