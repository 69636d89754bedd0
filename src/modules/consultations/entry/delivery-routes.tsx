import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { typedAnswers, typedOfAnswers } from '../questions/answer-form.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { correctDelivery, type CorrectOutcome } from './correct-delivery.ts'
import type { DeliveryPoint } from './point-queries.ts'
import { DeliveryListPage } from './delivery-list-page.tsx'
import { CorrectDeliveryPage, DeliveryPage } from './delivery-page.tsx'
import { opensDelivery, viewDelivery, viewDeliveryList, type DeliveryView } from './delivery-view.ts'
import type { Taken } from './entry-fields-part.tsx'
import { CORRECT_FIELDS, readCorrection } from './entry-form.ts'
import { typedFacts } from './entry-rules.ts'
import type { Room } from './entry-routes.tsx'
import { DeliveryReceiptPage } from './receipt-page.tsx'
import { renewLink } from './renew-link.ts'

/** What came in, one by one: the list, a delivery, its sheet, its corrections. */
export function deliveryRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  const read = may['comments.entered']
  officeRoute(app, 'GET', officeUrls.entries(':id'), read, async (c, official) => {
    const view = await viewDeliveryList(services, c.get('lang'), official, c.req.param('id') ?? '', c.req.query())
    if (!view) throw notFound()
    const status = doneWords({ hodhi: textsIn(c.get('lang')).entry.split.discarded }, c.req.query('u'))
    return html(c, <DeliveryListPage page={pageOf(c, services, null)} view={view} status={status} />)
  })

  officeRoute(app, 'GET', officeUrls.delivery(':id', ':delivery'), read, async (c, official) => {
    const view = await deliveryFor(c, room, official)
    await noteSeen(services, official, view, 'opened')
    const status = doneWords({ korrigjoi: textsIn(c.get('lang')).entry.delivery.corrected }, c.req.query('u'))
    return html(c, <DeliveryPage page={pageOf(c, services, null)} view={view} status={status} />)
  })

  officeRoute(app, 'GET', officeUrls.deliveryDocument(':id', ':delivery', ':document'), read, async (c, official) => {
    const view = await deliveryFor(c, room, official)
    const document = view.documents.find(({ id }) => id === c.req.param('document'))
    if (!document) throw notFound()
    await noteSeen(services, official, view, 'downloaded')
    return serveDocument(c, services, document.id, { public: false })
  })

  receiptRoutes(app, room)
  correctionRoutes(app, room)
}

function receiptRoutes(app: WebApp, room: Room): void {
  const { services } = room
  const path = officeUrls.deliveryReceipt(':id', ':delivery')
  officeRoute(app, 'GET', path, may['comments.entered'], async (c, official) => {
    const view = await deliveryFor(c, room, official)
    if (view.delivery.kind === 'table') throw notFound()
    await noteSeen(services, official, view, 'opened')
    const asked = c.req.query('lidhja') ?? ''
    const token = asked !== '' && opensDelivery(view.delivery, asked) ? asked : null
    const t = textsIn(c.get('lang')).entry.receipt
    const { points } = view.delivery
    const status = [
      doneWords({ hyri: points === 1 ? t.done : t.doneMany(points), tashme: t.before }, c.req.query('u')),
      doneWords({ mbyllur: t.caseClosed, hapur: t.caseOpen }, c.req.query('rasti')),
    ].filter((words) => words !== null)
    return html(c, <DeliveryReceiptPage page={pageOf(c, services, null)} view={view} token={token} status={status} />)
  })

  officeRoute(app, 'POST', path, may['comments.enter'], async (c, official) => {
    const { consultation, delivery } = await deliveryFor(c, room, official)
    const outcome = await renewLink(services, official, { consultationId: consultation.id, id: delivery.id })
    if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
    if (outcome.kind === 'no-such-delivery') throw notFound()
    return redirect(c, `${officeUrls.deliveryReceipt(consultation.id, delivery.id)}?lidhja=${outcome.token}`)
  })
}

function correctionRoutes(app: WebApp, room: Room): void {
  const { services } = room
  const path = officeUrls.correctDelivery(':id', ':delivery')
  officeRoute(app, 'GET', path, may['comments.enter'], async (c, official) => {
    const view = await correctable(c, room, official)
    return correctPage(c, services, view, typedNow(view))
  })

  officeRoute(app, 'POST', path, may['comments.enter'], async (c, official) => {
    const view = await correctable(c, room, official)
    const form = await readForm(c)
    const today = civilDateIn(view.delivery.zone, services.clock.now())
    const before = { titleBefore: view.delivery.title, questions: view.asked }
    const read = readCorrection(form, textsIn(c.get('lang')), today, before)
    const typed = { ...typedOf(form, CORRECT_FIELDS), ...typedAnswers(form, before.questions) }
    if (!read.ok) return correctPage(c, services, view, typed, { errors: read.errors, status: 422 })
    const at = { consultationId: view.consultation.id, id: view.delivery.id }
    const outcome = await correctDelivery(services, official, at, read.value)
    if (outcome.kind === 'corrected') return redirect(c, `${officeUrls.delivery(at.consultationId, at.id)}?u=korrigjoi`)
    const now = await correctable(c, room, official)
    const shown = outcome.kind === 'changed-meanwhile' ? { ...typedNow(now), arsyeja: typed.arsyeja ?? '' } : typed
    return correctPage(c, services, now, shown, notCorrected(c, outcome))
  })
}

function notCorrected(
  c: WebContext,
  outcome: Exclude<CorrectOutcome, { kind: 'corrected' }>,
): { errors: FieldErrors; status: number; taken?: Taken } {
  const t = textsIn(c.get('lang')).entry
  switch (outcome.kind) {
    case 'unchanged':
      return { errors: { arsyeja: t.delivery.unchanged }, status: 422 }
    case 'nothing-said':
      return { errors: { arsyeja: t.delivery.nothingSaid }, status: 422 }
    case 'changed-meanwhile':
      return { errors: { arsyeja: t.delivery.meanwhile }, status: 409 }
    case 'protocol-taken': {
      const { id, consultationId, title } = outcome.by
      const taken = { href: officeUrls.delivery(consultationId, id) }
      return { errors: { protokolli: t.errors.protocolTaken(title) }, status: 422, taken }
    }
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-delivery':
      throw notFound()
  }
}

const typedNow = (view: DeliveryView): Typed => typedWith(view, view.points[0])

const typedWith = (view: DeliveryView, point: DeliveryPoint | undefined): Typed => ({
  ...typedFacts(view.delivery),
  ...typedOfAnswers(view.asked, point?.answers ?? []),
  'versioni-komentit': String(point?.version ?? 0),
  lloji: point?.senderKind ?? '',
  versioni: String(view.delivery.version),
})

async function correctable(c: WebContext, room: Room, official: Official): Promise<DeliveryView> {
  const view = await deliveryFor(c, room, official)
  if (!view.mayEnter) throw new Refused(403, 'not-permitted')
  if (view.delivery.kind === 'table') throw notFound()
  return view
}

async function deliveryFor(c: WebContext, { services, doors }: Room, official: Official): Promise<DeliveryView> {
  const asked = { id: c.req.param('id') ?? '', deliveryId: c.req.param('delivery') ?? '' }
  const view = await viewDelivery(services, doors, c.get('lang'), official, asked)
  if (!view) throw notFound()
  return view
}

/** Names and addresses stand on the page: the people concerned can read who has seen them. */
async function noteSeen(services: Services, official: Official, view: DeliveryView, what: string): Promise<void> {
  const { institutionId, id } = view.delivery
  const contactId = view.points[0]?.contactId ?? null
  await noteAccess(services, official, { institutionId, subject: `consultations.delivery:${id}`, contactId, what })
}

type Again = { errors?: FieldErrors; status?: number; taken?: Taken }

function correctPage(
  c: WebContext,
  services: Services,
  view: DeliveryView,
  typed: Typed,
  { errors = {}, status = 200, taken = null }: Again = {},
): Promise<Response> {
  const page = pageOf(c, services, null)
  return Promise.resolve(html(c, <CorrectDeliveryPage {...{ page, view, typed, errors, taken }} />, { status }))
}
