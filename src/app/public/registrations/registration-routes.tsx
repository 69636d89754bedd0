import { randomUUID } from 'node:crypto'
import { doneWords } from '#platform/http/done-words.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { askToCome } from '#platform/registrations/ask-to-come.ts'
import { readRegistrationForm, REGISTRATION_FIELDS } from '#platform/registrations/registration-form.ts'
import type { RegistrationHolder } from '#platform/registrations/registration-holder.ts'
import { REGISTRATIONS_PER_ADDRESS, REGISTRATIONS_PER_EMAIL } from '#platform/registrations/registration-rules.ts'
import { textsIn } from '#platform/registrations/registration-texts.ts'
import { confirmRegistration, withdrawByLink, type SettleOutcome } from '#platform/registrations/settle-registration.ts'
import { registrationUrls } from '#platform/registrations/urls.ts'
import {
  OwnRegistrationPage,
  RegistrationClosedPage,
  RegistrationPage,
  RegistrationSentPage,
} from './registration-page.tsx'
import { viewOwnRegistration, viewRegister, type OwnRegistrationView } from './registration-view.ts'

/** Guessing a 256-bit token is hopeless; the limit keeps the guesser from being a load. */
const TRIES = { count: 600, minutes: 60 }

type Room = { services: Services; holders: readonly RegistrationHolder[] }
type At = { services: Services; holder: RegistrationHolder }

/** To ask to come to whatever lends itself, to confirm by the letter, to take it back. */
export function registrationRoutes(app: WebApp, room: Room): void {
  const { services, holders } = room
  for (const holder of holders) {
    const at = { services, holder }
    app.get(holder.urls.form(':slug'), (c) => formPage(c, at, { dergesa: randomUUID() }, {}, 200))
    app.post(holder.urls.form(':slug'), (c) => register(c, at))
    app.get(holder.urls.sent(':slug'), async (c) => {
      const view = await viewRegister(services, holder, c.get('lang'), slugOf(c))
      if (!view) throw notFound()
      const received = c.req.query('u') === 'marre' && c.get('visitor')?.kind === 'citizen'
      const page = pageOf(c, services, view.institution)
      return html(c, <RegistrationSentPage page={page} view={view} received={received} />)
    })
  }
  app.get(registrationUrls.one(':token'), async (c) => ownPage(c, services, await ownView(c, room)))
  app.post(registrationUrls.confirm(':token'), (c) => settle(c, room, confirmRegistration, 'konfirmua'))
  app.post(registrationUrls.withdraw(':token'), (c) => settle(c, room, withdrawByLink, 'terhoq'))
}

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''
const tokenOf = (c: WebContext): string => c.req.param('token') ?? ''

const citizenOf = (c: WebContext) => {
  const visitor = c.get('visitor')
  return visitor?.kind === 'citizen' ? visitor : null
}

async function formPage(
  c: WebContext,
  { services, holder }: At,
  typed: Typed,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const view = await viewRegister(services, holder, c.get('lang'), slugOf(c))
  if (!view) throw notFound()
  const page = pageOf(c, services, view.institution)
  if (status === 200 && view.gathering.refusal !== null)
    return html(c, <RegistrationClosedPage page={page} view={view} refusal={view.gathering.refusal} />)
  const email = citizenOf(c)?.email ?? null
  const filled = { ...typed, dergesa: typed.dergesa || randomUUID() }
  return html(c, <RegistrationPage page={page} view={view} typed={filled} errors={errors} email={email} />, {
    status,
    // Kept, so that the way back leads to this very form: sent once more it is the same wish.
    ...(status === 200 && email === null ? { cache: 'kept' as const } : {}),
  })
}

async function register(c: WebContext, at: At): Promise<Response> {
  const { services, holder } = at
  const lang = c.get('lang')
  const view = await viewRegister(services, holder, lang, slugOf(c))
  if (!view) throw notFound()
  const texts = textsIn(lang)
  const citizen = citizenOf(c)
  const sent = await readForm(c)
  const asked = {
    registration: view.gathering.kind,
    sectors: holder.sectors,
    email: citizen?.email ?? null,
  }
  const form = readRegistrationForm(sent, texts, asked)
  if (!form.ok) return formPage(c, at, form.typed, form.errors, 422)
  const typed = typedOf(sent, REGISTRATION_FIELDS)
  if (await isLimited(c, services, form.value.email ?? ''))
    return formPage(c, at, typed, { emri: texts.register.errors.tooMany }, 429)
  const wish = { ...form.value, formId: form.value.formId || randomUUID() }
  const outcome = await askToCome(services, holder, slugOf(c), wish, { lang, citizen })
  switch (outcome.kind) {
    case 'sent':
      return redirect(c, holder.urls.sent(slugOf(c)))
    case 'received':
      return redirect(c, `${holder.urls.sent(slugOf(c))}?u=marre`)
    case 'refused':
      return formPage(c, at, typed, { emri: texts.register.refusals[outcome.refusal] }, 409)
    case 'no-such-gathering':
      throw notFound()
  }
}

const isLimited = async (c: WebContext, services: Services, email: string): Promise<boolean> =>
  (await isTooMany(services, 'meeting-email', email, REGISTRATIONS_PER_EMAIL)) ||
  isTooMany(services, 'meeting-address', c.get('address'), REGISTRATIONS_PER_ADDRESS)

async function ownView(c: WebContext, { services, holders }: Room): Promise<OwnRegistrationView> {
  const view = await viewOwnRegistration(services, holders, c.get('lang'), tokenOf(c))
  if (!view) throw notFound()
  return view
}

function ownPage(c: WebContext, services: Services, view: OwnRegistrationView, refusal: string | null = null) {
  const t = textsIn(c.get('lang'))
  const status = doneWords(t.own.done, c.req.query('u'))
  const shown =
    refusal ??
    (view.own.state === 'sent' && view.gathering.refusal ? t.register.refusals[view.gathering.refusal] : null)
  const page = pageOf(c, services, view.institution)
  return html(
    c,
    <OwnRegistrationPage page={page} view={view} token={tokenOf(c)} status={status} refusal={shown} />,
    refusal === null ? {} : { status: 409 },
  )
}

async function settle(
  c: WebContext,
  room: Room,
  deed: (services: Services, holders: Room['holders'], token: string) => Promise<SettleOutcome>,
  done: string,
): Promise<Response> {
  const { services } = room
  if (await isTooMany(services, 'registration-link', c.get('address'), TRIES)) throw notFound()
  const outcome = await deed(services, room.holders, tokenOf(c))
  if (outcome.kind === 'no-such-registration') throw notFound()
  if (outcome.kind === 'done') return redirect(c, `${registrationUrls.one(tokenOf(c))}?u=${done}`)
  const words = textsIn(c.get('lang')).register.refusals[outcome.refusal]
  return ownPage(c, services, await ownView(c, room), words)
}
