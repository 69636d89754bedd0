import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import { isPublic, mayDo, type Deed } from '../meeting-rules.ts'
import { meetingPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls as urls } from '../urls.ts'
import { cancelMeeting, postponeMeeting, publishMeeting } from './announce-meeting.ts'
import type { MeetingOutcome } from './do-with-meeting.ts'
import { readMeetingForm, typedMeeting, typedOfMeeting } from './meeting-form.ts'
import { MeetingFormPage } from './meeting-form-page.tsx'
import { OfficeListPage } from './office-list-page.tsx'
import { OfficeMeetingPage } from './office-meeting-page.tsx'
import {
  viewChosen,
  viewMeetingForm,
  viewOfficeList,
  viewOfficeMeeting,
  type OfficeMeetingView,
} from './office-view.ts'
import { readReason } from './write-up-form.ts'
import { changeMeeting, createMeeting } from './write-meeting.ts'

export type OfficeRoom = { services: Services; doors: readonly Door[] }

/** Meetings in the office: the list, a new one, its facts, and what is announced. */
export function officeMeetingRoutes(app: WebApp, room: OfficeRoom): void {
  const { services } = room
  officeRoute(app, 'GET', urls.list(), may['meetings.read'], async (c, official) => {
    const view = await viewOfficeList(services, c.get('lang'), official, c.req.query())
    return html(c, <OfficeListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.create(), may['meetings.write'], (c, official) => {
    const about = c.req.query('rreth') ?? ''
    const typed = { dergesa: randomUUID(), rreth: readRef(about) ? about : '', gjuhet: 'sq' }
    return createPage(c, services, official, { typed, errors: {}, status: 200 })
  })
  officeRoute(app, 'POST', urls.create(), may['meetings.write'], (c, official) => create(c, services, official))
  officeRoute(app, 'GET', urls.one(':id'), may['meetings.read'], async (c, official) =>
    officePage(c, room, await meetingFor(c, room, official)),
  )
  officeRoute(app, 'GET', urls.change(':id'), may['meetings.write'], async (c, official) => {
    const view = await writable(c, room, official, 'change')
    return changePage(c, services, official, view)
  })
  officeRoute(app, 'POST', urls.change(':id'), may['meetings.write'], (c, official) => change(c, room, official))
  officeRoute(app, 'POST', urls.publish(':id'), may['meetings.write'], async (c, official) => {
    const view = await writable(c, room, official)
    const seen = seenIn(await readForm(c))
    const outcome = await publishMeeting(services, view.meeting.id, { by: byOf(official), seen })
    return answer(c, room, official, outcome, { done: 'botimi', field: 'publikimi' })
  })
  officeRoute(app, 'POST', urls.postpone(':id'), may['meetings.write'], (c, official) =>
    stop(c, room, official, { deed: postponeMeeting, field: 'arsyeja-shtyrjes', done: 'shtyrja' }),
  )
  officeRoute(app, 'POST', urls.cancel(':id'), may['meetings.write'], (c, official) =>
    stop(c, room, official, { deed: cancelMeeting, field: 'arsyeja-anulimit', done: 'anulimi' }),
  )
}

export const byOf = ({ accountId }: Official): { accountId: string } => ({ accountId })

/** The version that stood on the page; one that nobody sent fits nothing. */
const seenIn = (form: FormData): number => Number(form.get('versioni')) || 0

/** The meeting in the address, as this official may read it. */
export async function meetingFor(c: WebContext, room: OfficeRoom, official: Official): Promise<OfficeMeetingView> {
  const view = await viewOfficeMeeting(room.services, room.doors, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

/** With `deed`: only where the state allows it. */
export async function writable(
  c: WebContext,
  room: OfficeRoom,
  official: Official,
  deed: Deed | null = null,
): Promise<OfficeMeetingView> {
  const view = await meetingFor(c, room, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  if (deed !== null && !mayDo(view.meeting.state, deed)) throw notFound()
  return view
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

export function officePage(c: WebContext, { services }: OfficeRoom, view: OfficeMeetingView, again: Again = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(textsIn(c.get('lang')).one.done, c.req.query('u'))
  const page = pageOf(c, services, null)
  const filled = { dergesa: randomUUID(), ...typed }
  return html(c, <OfficeMeetingPage page={page} view={view} typed={filled} errors={errors} status={done} />, { status })
}

/** What became of a deed: on to the meeting, or its page with what stood in the way. */
export async function answer(
  c: WebContext,
  room: OfficeRoom,
  official: Official,
  outcome: MeetingOutcome,
  { done, field, typed = {} }: { done: string; field: string; typed?: Typed },
): Promise<Response> {
  if (outcome === 'done') return redirect(c, `${urls.one(c.req.param('id') ?? '')}?u=${done}`)
  if (outcome === 'no-such-meeting') throw notFound()
  const errors = { [field]: textsIn(c.get('lang')).one.refusals[outcome] }
  const status = outcome === 'no-day' ? 422 : 409
  return officePage(c, room, await meetingFor(c, room, official), { typed, errors, status })
}

type Stop = { deed: typeof postponeMeeting; field: string; done: string }

async function stop(
  c: WebContext,
  room: OfficeRoom,
  official: Official,
  { deed, field, done }: Stop,
): Promise<Response> {
  const view = await writable(c, room, official)
  const form = await readForm(c)
  const { reason, error } = readReason(form, textsIn(c.get('lang')), field)
  const typed = { [field]: reason }
  if (error !== null) return officePage(c, room, view, { typed, errors: { [field]: error }, status: 422 })
  const outcome = await deed(room.services, view.meeting.id, { by: byOf(official), seen: seenIn(form), reason })
  return answer(c, room, official, outcome, { done, field, typed })
}

async function createPage(
  c: WebContext,
  services: Services,
  official: Official,
  { typed, errors, status }: Required<Again>,
): Promise<Response> {
  const view = await viewMeetingForm(services, c.get('lang'), official)
  const props = { page: pageOf(c, services, null), id: null, open: false, view, typed, errors }
  return html(c, <MeetingFormPage {...props} />, { status })
}

async function create(c: WebContext, services: Services, official: Official): Promise<Response> {
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const form = readMeetingForm(sent, texts, { reason: false })
  const typed = typedMeeting(sent)
  const { institutions } = await viewMeetingForm(services, c.get('lang'), official)
  const institution = institutions.find(({ id }) => id === typed.institucioni)
  // A record of an institution where this official has no such right is refused, not explained.
  if (!institution && isUuid(typed.institucioni ?? '')) throw new Refused(403, 'not-permitted')
  const errors: FieldErrors = form.ok ? {} : { ...form.errors }
  if (!institution) errors.institucioni = texts.form.errors.institution
  if (!form.ok || !institution) return createPage(c, services, official, { typed, errors, status: 422 })
  const formId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID()
  const about = readRef(typed.rreth ?? '') ? (typed.rreth ?? '') : null
  const id = await createMeeting(services, { form: form.value, institution, by: byOf(official), formId, about })
  return redirect(c, `${urls.one(id)}?u=krijimi`)
}

async function changePage(
  c: WebContext,
  services: Services,
  official: Official,
  view: OfficeMeetingView,
  again: Again = {},
): Promise<Response> {
  const { errors = {}, status = 200 } = again
  const { meeting, days, items, bodies } = view
  const form = await viewMeetingForm(services, c.get('lang'), official, meeting.institutionId)
  const chosen = await viewChosen(services, meeting.id)
  const typed = again.typed ?? typedOfMeeting(meeting, { days, items, bodyIds: bodies.map(({ id }) => id), ...chosen })
  const props = { page: pageOf(c, services, null), id: meeting.id, open: isPublic(meeting.state), view: form }
  return html(c, <MeetingFormPage {...props} typed={typed} errors={errors} />, { status })
}

async function change(c: WebContext, room: OfficeRoom, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const form = readMeetingForm(sent, texts, { reason: isPublic(view.meeting.state) })
  const typed = typedMeeting(sent)
  if (!form.ok) return changePage(c, room.services, official, view, { typed, errors: form.errors, status: 422 })
  const order = { form: form.value, by: byOf(official), seen: seenIn(sent), reason: typed.arsyeja ?? '' }
  const outcome = await changeMeeting(room.services, view.meeting.id, order)
  if (outcome === 'done') return redirect(c, `${urls.one(view.meeting.id)}?u=ndryshimi`)
  if (outcome === 'no-such-meeting') throw notFound()
  const errors = { [outcome === 'no-day' ? 'dita-1' : 'titulli']: texts.one.refusals[outcome] }
  const now = await meetingFor(c, room, official)
  return changePage(c, room.services, official, now, { typed, errors, status: outcome === 'no-day' ? 422 : 409 })
}
