import { localPath } from '#platform/auth/return-path.ts'
import { forgetCookie, PENDING_COOKIE, readCookie } from '#platform/auth/session-cookie.ts'
import { pendingEmail, signInWithCode, type SignInOutcome } from '#platform/auth/sign-in.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatHour } from '#platform/i18n/formats.ts'
import type { Services } from '#platform/services.ts'
import { agentOf, rememberSession } from './account-context.ts'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import { CodePage } from './code-page.tsx'
import { readCodeField, returnPathOf } from './sign-in-form.ts'

export function codeRoutes(app: WebApp, services: Services): void {
  app.get(accountUrls.code(), (c) => showCode(c, services))
  app.post(accountUrls.code(), (c) => postCode(c, services))
}

type Pending = { id: string; email: string }

/** Which code this browser asked for; null when it asked for none, or too long ago. */
async function pendingOf(c: WebContext, services: Services): Promise<Pending | null> {
  const id = readCookie(services.settings, c.req.header('cookie'), PENDING_COOKIE)
  if (id === null || !isUuid(id)) return null
  const email = await pendingEmail(services, id)
  return email === null ? null : { id, email }
}

async function showCode(c: WebContext, services: Services): Promise<Response> {
  const returnPath = localPath(c.req.query('pastaj'))
  const pending = await pendingOf(c, services)
  if (pending === null) return redirect(c, accountUrls.signIn(returnPath))
  return html(c, <CodePage page={pageOf(c, services, null)} returnPath={returnPath} email={pending.email} />)
}

async function postCode(c: WebContext, services: Services): Promise<Response> {
  const lang = c.get('lang')
  const form = await readForm(c)
  const returnPath = returnPathOf(form)
  const pending = await pendingOf(c, services)
  if (pending === null) return redirect(c, accountUrls.signIn(returnPath))
  const again = (errors: FieldErrors, status: number) => {
    const filled = { returnPath, email: pending.email, code: textField(form, 'kodi'), errors }
    return html(c, <CodePage page={pageOf(c, services, null)} {...filled} />, { status })
  }
  const read = readCodeField(form, textsOf(lang).code)
  if (!read.ok) return again(read.errors, 422)
  const who = { lang, address: c.get('address'), agent: agentOf(c), before: c.get('visitor') }
  const outcome = await signInWithCode(services, { pendingId: pending.id, code: read.value, ...who })
  if (outcome.kind === 'signed-in') return enter(c, services, outcome, returnPath)
  if (outcome.reason === 'shut') {
    return again({ kodi: textsOf(lang).code.shut(formatHour(outcome.until, ZONE)) }, 429)
  }
  const { words, status } = REFUSALS[outcome.reason]
  return again({ kodi: textsOf(lang).code[words] }, status)
}

/** An account belongs to no country; Albania's and Kosovo's zones keep the same hour. */
const ZONE = 'Europe/Tirane'

const REFUSALS = {
  'wrong-code': { words: 'wrong', status: 422 },
  'dead-code': { words: 'dead', status: 409 },
  'too-many': { words: 'tooMany', status: 429 },
} as const

type SignedIn = Extract<SignInOutcome, { kind: 'signed-in' }>

function enter(c: WebContext, services: Services, { grant, next }: SignedIn, returnPath: string | null): Response {
  rememberSession(c, services, grant)
  c.header('set-cookie', forgetCookie(services.settings, PENDING_COOKIE), { append: true })
  switch (next) {
    case 'second-factor':
      return redirect(c, accountUrls.secondFactor(returnPath))
    case 'first-second-factor':
      return redirect(c, accountUrls.enrolment(returnPath))
    case 'done':
      return redirect(c, returnPath ?? accountUrls.account)
  }
}
