import { proveAsDemonstrationPerson, proveByTotp } from '#platform/auth/fresh-proof.ts'
import { proveByPasskey } from '#platform/auth/passkey-sign-in.ts'
import { localPath } from '#platform/auth/return-path.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import { browserOf } from './browser-token.ts'
import { wholeStaff } from './fresh-staff.ts'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'
import { answerIn } from './passkey-form.ts'
import { ProofPage } from './proof-page.tsx'
import { viewProof } from './proof-view.ts'
import { readCodeField, returnPathOf } from './sign-in-form.ts'

/** Showing once more who one is: the same factors as at the door, in the session that stands. */
export function proofRoutes(app: WebApp, services: Services): void {
  app.get(meansUrls.proof(), (c) => showProof(c, services))
  app.post(meansUrls.proof(), (c) => postCode(c, services))
  app.post(meansUrls.proofByPasskey, (c) => postPasskey(c, services))
  app.post(meansUrls.proofOfDemonstration, (c) => postDemonstration(c, services))
}

type Filled = { returnPath: string | null; code?: string; errors?: FieldErrors; status?: number }

async function proofPage(
  c: WebContext,
  services: Services,
  staff: StaffMember,
  { status = 200, ...filled }: Filled,
): Promise<Response> {
  const view = await viewProof(services, staff)
  return html(c, <ProofPage page={pageOf(c, services, null)} view={view} {...filled} />, { status })
}

async function showProof(c: WebContext, services: Services): Promise<Response> {
  const returnPath = localPath(c.req.query('pastaj'))
  const staff = await wholeStaff(c, services, meansUrls.proof(returnPath))
  return staff instanceof Response ? staff : proofPage(c, services, staff, { returnPath })
}

const onward = (c: WebContext, returnPath: string | null): Response => redirect(c, returnPath ?? accountUrls.account)

const REFUSALS = {
  'wrong-code': { words: 'wrong', status: 422 },
  'used-code': { words: 'used', status: 409 },
  'too-many': { words: 'tooMany', status: 429 },
  'no-second-factor': { words: 'wrong', status: 409 },
} as const

async function postCode(c: WebContext, services: Services): Promise<Response> {
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const staff = await wholeStaff(c, services, meansUrls.proof(returnPath))
  if (staff instanceof Response) return staff
  const texts = textsOf(c.get('lang')).secondFactor
  const code = textField(form, 'kodi')
  const read = readCodeField(form, texts)
  if (!read.ok) return proofPage(c, services, staff, { returnPath, code, errors: read.errors, status: 422 })
  const outcome = await proveByTotp(services, staff, read.value)
  if (outcome.kind === 'proved') return onward(c, returnPath)
  const { words, status } = REFUSALS[outcome.reason]
  return proofPage(c, services, staff, { returnPath, code, errors: { kodi: texts[words] }, status })
}

async function postPasskey(c: WebContext, services: Services): Promise<Response> {
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const staff = await wholeStaff(c, services, meansUrls.proof(returnPath))
  if (staff instanceof Response) return staff
  const outcome = await proveByPasskey(services, staff, { browser: browserOf(c, services), shown: answerIn(form) })
  if (outcome.kind === 'proved') return onward(c, returnPath)
  const texts = meansTextsOf(c.get('lang'))
  const words = outcome.reason === 'copied-key' ? texts.passkey.copied : texts.proof.refused
  return proofPage(c, services, staff, { returnPath, errors: { celesi: words }, status: 409 })
}

async function postDemonstration(c: WebContext, services: Services): Promise<Response> {
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const staff = await wholeStaff(c, services, meansUrls.proof(returnPath))
  if (staff instanceof Response) return staff
  if (!(await proveAsDemonstrationPerson(services, staff))) throw notFound()
  return onward(c, returnPath)
}
