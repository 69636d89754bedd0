import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ICAL_TYPE, icalOf } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { makePackagePdf, MOST_IN_PDF } from '../public/make-package.ts'
import { answerByLink, declareConflict, takeBackConflict, type AnswerOutcome } from './answer-invitation.ts'
import { readAnswer, readGround } from './invitation-form.ts'
import { InvitedPage } from './invited-page.tsx'
import { viewInvited, type InvitedView } from './invited-view.ts'
import { ownPackageFiles, ownPackageForm } from './own-package-view.ts'
import { textsIn } from './texts.ts'
import { invitedUrls as urls } from './urls.ts'

/** Guessing a 256-bit token is hopeless; the limit keeps the guesser from being a load. */
const TRIES = { count: 600, minutes: 60 }

/** What one who is called opens and answers by the private link. No GET changes anything. */
export function invitedRoutes(app: WebApp, services: Services): void {
  app.get(urls.page(':token'), async (c) => invitedPage(c, services, await viewOf(c, services)))
  app.post(urls.answer(':token'), (c) => answer(c, services))
  app.post(urls.conflict(':token'), (c) => declare(c, services))
  app.post(urls.liftConflict(':token'), async (c) => {
    const view = await pressed(c, services)
    const itemId = textField(await readForm(c), 'pika')
    const outcome = await takeBackConflict(services, tokenOf(c), isUuid(itemId) ? itemId : '')
    return settled(c, services, view, outcome, 'terhoqja')
  })
  app.get(urls.calendar(':token'), async (c) => calendar(c, services, await viewOf(c, services)))
  app.get(urls.package(':token'), async (c) => ownPackage(c, services, await pressed(c, services)))
  app.get(urls.document(':token', ':document'), async (c) => {
    const view = await viewOf(c, services)
    const id = c.req.param('document') ?? ''
    const given = [...view.documents, ...view.items.flatMap(({ documents }) => documents)]
    if (!given.some((one) => one.id === id)) throw notFound()
    return serveDocument(c, services, id, { public: false, lang: c.req.query('gjuha') })
  })
}

const tokenOf = (c: WebContext): string => c.req.param('token') ?? ''

async function viewOf(c: WebContext, services: Services): Promise<InvitedView> {
  const view = await viewInvited(services, c.get('lang'), tokenOf(c))
  if (!view) throw notFound()
  return view
}

async function pressed(c: WebContext, services: Services): Promise<InvitedView> {
  if (await isTooMany(services, 'invitation-link', c.get('address'), TRIES)) throw new Refused(429, 'too-many')
  return viewOf(c, services)
}

type Again = { typed?: Typed; errors?: FieldErrors; refusal?: string | null; status?: number }

function invitedPage(c: WebContext, services: Services, view: InvitedView, again: Again = {}) {
  const { typed = {}, errors = {}, refusal = null, status = 200 } = again
  const done = doneWords(textsIn(c.get('lang')).own.done, c.req.query('u'))
  const props = { page: pageOf(c, services, view.institution), view, token: tokenOf(c), typed, errors, refusal }
  return html(c, <InvitedPage {...props} status={done} />, { status })
}

async function answer(c: WebContext, services: Services): Promise<Response> {
  const view = await pressed(c, services)
  const texts = textsIn(c.get('lang'))
  const form = readAnswer(await readForm(c), { answer: texts.one.errors.answer, note: texts.own.noteError })
  if (!form.ok) return invitedPage(c, services, view, { ...form, status: 422 })
  const outcome = await answerByLink(services, tokenOf(c), form.value)
  return settled(c, services, view, outcome, 'pergjigja')
}

async function declare(c: WebContext, services: Services): Promise<Response> {
  const view = await pressed(c, services)
  const form = readGround(await readForm(c), textsIn(c.get('lang')).own.groundError)
  if (!form.ok) return invitedPage(c, services, view, { ...form, status: 422 })
  const { itemId, ground } = form.value
  const order = { itemId: isUuid(itemId) ? itemId : '', ground }
  return settled(c, services, view, await declareConflict(services, tokenOf(c), order), 'konflikti')
}

function settled(c: WebContext, services: Services, view: InvitedView, outcome: AnswerOutcome, done: string) {
  const t = textsIn(c.get('lang')).own
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${urls.page(tokenOf(c))}?u=${done}`)
    case 'refused':
      return invitedPage(c, services, view, { refusal: t[outcome.refusal], status: 409 })
    case 'no-such-item':
      return invitedPage(c, services, view, { refusal: t.gone, status: 409 })
    case 'no-such-invitation':
      throw notFound()
  }
}

/** For one's own calendar. Behind a private link nothing is kept by others on the way. */
function calendar(c: WebContext, services: Services, { meeting, call }: InvitedView): Response {
  if (meeting.startsAt === null) throw notFound()
  const lang = c.get('lang')
  const { url } = services.settings
  const event = {
    uid: `council-${meeting.id}@${new URL(url).hostname}`,
    sequence: meeting.version,
    stamp: meeting.changedAt,
    at: { moment: meeting.startsAt, ...(meeting.endsAt === null ? {} : { until: meeting.endsAt }) },
    summary: call.meeting,
    description: call.place,
    url: url + inLanguage(lang, urls.page(tokenOf(c))),
    cancelled: meeting.state === 'cancelled',
  }
  return new Response(icalOf({ name: call.meeting, lang, events: [event] }), {
    headers: { 'content-type': ICAL_TYPE, 'cache-control': 'private, no-store' },
  })
}

/** Agenda and papers of one reader as one PDF, made apart. It may hold what is closed: nobody on the way keeps it. */
async function ownPackage(c: WebContext, services: Services, view: InvitedView): Promise<Response> {
  const lang = c.get('lang')
  const files = ownPackageFiles(view)
  const heavy = () => invitedPage(c, services, view, { refusal: textsIn(lang).own.packageHeavy, status: 503 })
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_IN_PDF) return heavy()
  const form = ownPackageForm(services.settings.url, lang, view)
  const bound = files.map(({ id, title, digest, size }) => ({
    name: title,
    title,
    digest,
    size,
    isPdf: true,
    documentId: id,
  }))
  const outcome = await makePackagePdf(services, { form, madeAt: view.meeting.changedAt.toISOString(), files: bound })
  if (outcome?.kind !== 'made') return heavy()
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="paketa-${view.meeting.slug}.pdf"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  }
  return new Response(Uint8Array.from(outcome.bytes), { headers })
}
