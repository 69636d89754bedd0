import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatHour } from '#platform/i18n/formats.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { councilPermissions as may } from '../permissions.ts'
import {
  chooseChannel,
  noteAnswer,
  noteHandedOver,
  sendNewLink,
  takeBackGuest,
  type ChangeOutcome,
} from './change-invitation.ts'
import { momentFields, OFFER_FIELDS, readAnswer, readChannel, readHanded, readOffer } from './invitation-form.ts'
import { InvitationPage } from './invitation-page.tsx'
import { viewInvitation, type CalledView, type InvitationsView } from './invitations-view.ts'
import { offerRegistration } from './keep-offer.ts'
import { OfferPage } from './offer-page.tsx'
import { viewOffer, type OfferView } from './offer-view.ts'
import { textsIn } from './texts.ts'
import { invitationOfficeUrls as urls } from './urls.ts'

type Held = { view: InvitationsView; one: CalledView }

/** One who is called, in the office; and where people may register. */
export function invitationRoutes(app: WebApp, services: Services): void {
  const write = may['council-meetings.write']
  officeRoute(app, 'GET', urls.one(':id', ':invitation'), write, async (c, official) =>
    onePage(c, services, await heldFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.channel(':id', ':invitation'), write, async (c, official) => {
    const held = await heldFor(c, services, official)
    const channel = readChannel(await readForm(c)) ?? held.one.channel
    const outcome = await chooseChannel(services, whichOf(held, official), channel)
    return answered(c, services, held, outcome, { field: 'kanali' })
  })
  officeRoute(app, 'POST', urls.answer(':id', ':invitation'), write, async (c, official) => {
    const held = await heldFor(c, services, official)
    const form = readAnswer(await readForm(c), textsIn(c.get('lang')).one.errors)
    if (!form.ok) return onePage(c, services, held, { ...form, status: 422 })
    const outcome = await noteAnswer(services, whichOf(held, official), form.value)
    return answered(c, services, held, outcome, { field: 'pergjigja' })
  })
  officeRoute(app, 'POST', urls.handed(':id', ':invitation'), write, async (c, official) => {
    const held = await heldFor(c, services, official)
    const form = readHanded(await readForm(c), textsIn(c.get('lang')), held.view.meeting.zone)
    if (!form.ok) return onePage(c, services, held, { ...form, status: 422 })
    const outcome = await noteHandedOver(services, whichOf(held, official), form.value)
    return answered(c, services, held, outcome, { field: 'kujt' })
  })
  officeRoute(app, 'POST', urls.link(':id', ':invitation'), write, async (c, official) => {
    const held = await heldFor(c, services, official)
    const outcome = await sendNewLink(services, whichOf(held, official))
    return answered(c, services, held, outcome, { field: 'kanali', done: 'lidhja' })
  })
  officeRoute(app, 'POST', urls.end(':id', ':invitation'), write, async (c, official) => {
    const held = await heldFor(c, services, official)
    const outcome = await takeBackGuest(services, whichOf(held, official))
    if (outcome === 'done') return redirect(c, `${urls.list(held.view.meeting.id)}?u=heqja`)
    return answered(c, services, held, outcome, { field: 'kanali' })
  })
  offerRoutes(app, services)
}

async function heldFor(c: WebContext, services: Services, official: Official): Promise<Held> {
  const which = { id: c.req.param('id') ?? '', invitation: c.req.param('invitation') ?? '' }
  const held = await viewInvitation(services, c.get('lang'), official, which)
  if (!held) throw notFound()
  if (!held.view.mayWrite) throw new Refused(403, 'not-permitted')
  return held
}

const whichOf = ({ view, one }: Held, { accountId }: Official) => ({
  meetingId: view.meeting.id,
  id: one.id,
  by: { accountId },
})

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

function onePage(c: WebContext, services: Services, held: Held, again: Again = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(textsIn(c.get('lang')).list.done, c.req.query('u'))
  const filled = { ...typedMoment('kur', held.view.meeting.zone, services.clock.now()), ...typed }
  const props = { page: pageOf(c, services, null), ...held, typed: filled, errors, status: done }
  return html(c, <InvitationPage {...props} />, { status })
}

/** A day and an hour as their fields show them. */
function typedMoment(name: string, zone: string, moment: Date): Typed {
  const [year = '', month = '', day = ''] = civilDateIn(zone, moment).split('-')
  const values = [String(Number(day)), String(Number(month)), year, formatHour(moment, zone)]
  return Object.fromEntries(momentFields(name).map((field, at) => [field, values[at] ?? '']))
}

function answered(
  c: WebContext,
  services: Services,
  held: Held,
  outcome: ChangeOutcome,
  { field, done = 'ruajtja' }: { field: string; done?: string },
) {
  const t = textsIn(c.get('lang')).one.errors
  switch (outcome) {
    case 'done':
      return redirect(c, `${urls.one(held.view.meeting.id, held.one.id)}?u=${done}`)
    case 'no-such-invitation':
      throw notFound()
    case 'no-email':
      return onePage(c, services, held, { errors: { [field]: t.email }, status: 409 })
    case 'too-many':
      return onePage(c, services, held, { errors: { [field]: t.many }, status: 409 })
    case 'wrong-state':
      return onePage(c, services, held, { errors: { [field]: t.state }, status: 409 })
  }
}

function offerRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.offer(':id'), may['council.read'], async (c, official) =>
    offerPage(c, services, await offerFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.offer(':id'), may['council-sitting.write'], async (c, official) => {
    const view = await offerFor(c, services, official)
    if (!view.mayWrite) throw new Refused(403, 'not-permitted')
    const { id, zone } = view.meeting
    const form = readOffer(await readForm(c), textsIn(c.get('lang')), zone)
    if (!form.ok) return offerPage(c, services, view, { ...form, status: 422 })
    const outcome = await offerRegistration(services, id, form.value, { accountId: official.accountId })
    if (outcome === 'no-such-meeting') throw notFound()
    return redirect(c, `${urls.offer(id)}?u=ruajtja`)
  })
}

async function offerFor(c: WebContext, services: Services, official: Official): Promise<OfferView> {
  const view = await viewOffer(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

function offerPage(c: WebContext, services: Services, view: OfferView, again: Again = {}) {
  const { typed = typedOfOffer(view), errors = {}, status = 200 } = again
  const done = doneWords(textsIn(c.get('lang')).offer.done, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, typed, errors, status: done }
  return html(c, <OfferPage {...props} />, { status })
}

function typedOfOffer({ offer, meeting }: OfferView): Typed {
  if (offer === null) return Object.fromEntries(OFFER_FIELDS.map((field) => [field, '']))
  const moment = offer.closesAt === null ? {} : typedMoment('deri', meeting.zone, offer.closesAt)
  return { lloji: offer.kind, vende: offer.capacity === null ? '' : String(offer.capacity), ...moment }
}
