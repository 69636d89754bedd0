import { randomUUID } from 'node:crypto'
import { doneWords } from '#platform/http/done-words.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { textsIn } from '../texts.ts'
import { meetingUrls, registrationUrls } from '../urls.ts'
import { askToCome } from './ask-to-come.ts'
import { readRegistrationForm, REGISTRATION_FIELDS } from './registration-form.ts'
import { OwnRegistrationPage, RegistrationPage, RegistrationSentPage } from './registration-page.tsx'
import { REGISTRATIONS_PER_ADDRESS, REGISTRATIONS_PER_EMAIL } from './registration-rules.ts'
import { viewOwnRegistration, viewRegister, type OwnRegistrationView } from './registration-view.ts'
import { confirmRegistration, withdrawByLink, type SettleOutcome } from './settle-registration.ts'

/** Guessing a 256-bit token is hopeless; the limit keeps the guesser from being a load. */
const TRIES = { count: 600, minutes: 60 }

/** To ask to come, to confirm by the letter, to take it back. */
export function registrationRoutes(app: WebApp, services: Services): void {
  app.get(meetingUrls.register(':slug'), (c) => formPage(c, services, { dergesa: randomUUID() }, {}, 200))
  app.post(meetingUrls.register(':slug'), (c) => register(c, services))
  app.get(meetingUrls.registered(':slug'), async (c) => {
    const view = await viewRegister(services, c.get('lang'), slugOf(c))
    if (!view) throw notFound()
    const received = c.req.query('u') === 'marre' && c.get('visitor')?.kind === 'citizen'
    return html(
      c,
      <RegistrationSentPage page={pageOf(c, services, view.institution)} view={view} received={received} />,
    )
  })
  app.get(registrationUrls.one(':token'), async (c) => ownPage(c, services, await ownView(c, services)))
  app.post(registrationUrls.confirm(':token'), (c) => settle(c, services, confirmRegistration, 'konfirmua'))
  app.post(registrationUrls.withdraw(':token'), (c) => settle(c, services, withdrawByLink, 'terhoq'))
}

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''
const tokenOf = (c: WebContext): string => c.req.param('token') ?? ''

const citizenOf = (c: WebContext) => {
  const visitor = c.get('visitor')
  return visitor?.kind === 'citizen' ? visitor : null
}

async function formPage(
  c: WebContext,
  services: Services,
  typed: Typed,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const view = await viewRegister(services, c.get('lang'), slugOf(c))
  if (!view) throw notFound()
  if (status === 200 && view.refusal !== null) return redirect(c, meetingUrls.one(slugOf(c)))
  const page = pageOf(c, services, view.institution)
  const email = citizenOf(c)?.email ?? null
  const filled = { ...typed, dergesa: typed.dergesa || randomUUID() }
  return html(c, <RegistrationPage page={page} view={view} typed={filled} errors={errors} email={email} />, {
    status,
    // Kept, so that the way back leads to this very form: sent once more it is the same wish.
    ...(status === 200 && email === null ? { cache: 'kept' as const } : {}),
  })
}

async function register(c: WebContext, services: Services): Promise<Response> {
  const lang = c.get('lang')
  const view = await viewRegister(services, lang, slugOf(c))
  if (!view) throw notFound()
  const texts = textsIn(lang)
  const citizen = citizenOf(c)
  const sent = await readForm(c)
  const asked = { registration: view.meeting.registration, email: citizen?.email ?? null }
  const form = readRegistrationForm(sent, texts, asked)
  if (!form.ok) return formPage(c, services, form.typed, form.errors, 422)
  const typed = typedOf(sent, REGISTRATION_FIELDS)
  if (await isLimited(c, services, form.value.email ?? ''))
    return formPage(c, services, typed, { emri: texts.register.errors.tooMany }, 429)
  const wish = { ...form.value, formId: form.value.formId || randomUUID() }
  const outcome = await askToCome(services, slugOf(c), wish, { lang, citizen })
  switch (outcome.kind) {
    case 'sent':
      return redirect(c, meetingUrls.registered(slugOf(c)))
    case 'received':
      return redirect(c, `${meetingUrls.registered(slugOf(c))}?u=marre`)
    case 'refused':
      return formPage(c, services, typed, { emri: texts.register.refusals[outcome.refusal] }, 409)
    case 'no-such-meeting':
      throw notFound()
  }
}

const isLimited = async (c: WebContext, services: Services, email: string): Promise<boolean> =>
  (await isTooMany(services, 'meeting-email', email, REGISTRATIONS_PER_EMAIL)) ||
  isTooMany(services, 'meeting-address', c.get('address'), REGISTRATIONS_PER_ADDRESS)

async function ownView(c: WebContext, services: Services): Promise<OwnRegistrationView> {
  const view = await viewOwnRegistration(services, c.get('lang'), tokenOf(c))
  if (!view) throw notFound()
  return view
}

function ownPage(c: WebContext, services: Services, view: OwnRegistrationView, refusal: string | null = null) {
  const t = textsIn(c.get('lang'))
  const status = doneWords(t.own.done, c.req.query('u'))
  const shown = refusal ?? (view.own.state === 'sent' && view.refusal ? t.register.refusals[view.refusal] : null)
  const page = pageOf(c, services, view.institution)
  return html(
    c,
    <OwnRegistrationPage page={page} view={view} token={tokenOf(c)} status={status} refusal={shown} />,
    refusal === null ? {} : { status: 409 },
  )
}

async function settle(
  c: WebContext,
  services: Services,
  deed: (services: Services, token: string) => Promise<SettleOutcome>,
  done: string,
): Promise<Response> {
  if (await isTooMany(services, 'registration-link', c.get('address'), TRIES)) throw notFound()
  const outcome = await deed(services, tokenOf(c))
  if (outcome.kind === 'no-such-registration') throw notFound()
  if (outcome.kind === 'done') return redirect(c, `${registrationUrls.one(tokenOf(c))}?u=${done}`)
  const words = textsIn(c.get('lang')).register.refusals[outcome.refusal]
  return ownPage(c, services, await ownView(c, services), words)
}
