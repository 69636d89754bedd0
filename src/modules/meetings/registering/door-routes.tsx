import { randomUUID } from 'node:crypto'
import { noteAccesses } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { KIND } from '../meeting-rules.ts'
import { meetingPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls as urls } from '../urls.ts'
import { byOf, meetingFor, writable, type OfficeRoom } from '../writing/office-routes.tsx'
import { viewRegistered, type OfficeMeetingView } from '../writing/office-view.ts'
import { tickDoor } from '../writing/write-up.ts'
import { enterRegistration } from './ask-to-come.ts'
import { DoorPage, RegistrationListPage } from './door-page.tsx'
import { readChannel, readRegistrationForm, REGISTRATION_FIELDS } from './registration-form.ts'
import type { Registration } from './registration-queries.ts'
import { withdrawByOffice } from './settle-registration.ts'

/** Who asked to come, and the list at the door: names of private persons, so every look is noted. */
export function doorRoutes(app: WebApp, room: OfficeRoom): void {
  const { services } = room
  officeRoute(app, 'GET', urls.registrations(':id'), may['registrations.read'], async (c, official) => {
    const view = await named(c, room, official)
    return listPage(c, room, official, view, { typed: { dergesa: randomUUID() }, errors: {}, status: 200 })
  })
  officeRoute(app, 'POST', urls.registrations(':id'), may['meetings.write'], (c, official) => enter(c, room, official))
  officeRoute(app, 'POST', urls.takeBack(':id', ':registration'), may['meetings.write'], async (c, official) => {
    const { meeting } = await writable(c, room, official)
    const id = c.req.param('registration') ?? ''
    if (!isUuid(id)) throw notFound()
    const outcome = await withdrawByOffice(services, { meetingId: meeting.id, id, by: byOf(official) })
    if (outcome.kind === 'no-such-registration') throw notFound()
    return redirect(c, `${urls.registrations(meeting.id)}?u=terheqja`)
  })
  officeRoute(app, 'GET', urls.door(':id'), may['registrations.read'], async (c, official) => {
    const view = await named(c, room, official)
    const registered = await seen(room, official, view)
    const status = doneWords(textsIn(c.get('lang')).door.done, c.req.query('u'))
    return html(c, <DoorPage page={pageOf(c, services, null)} view={view} registered={registered} status={status} />)
  })
  officeRoute(app, 'POST', urls.door(':id'), may['meetings.write'], async (c, official) => {
    const { meeting } = await writable(c, room, official)
    const form = await readForm(c)
    const ids = form.getAll('erdhi').filter((one): one is string => typeof one === 'string' && isUuid(one))
    await tickDoor(services, meeting.id, ids)
    return redirect(c, `${urls.door(meeting.id)}?u=ruajtja`)
  })
}

async function named(c: WebContext, room: OfficeRoom, official: Official): Promise<OfficeMeetingView> {
  const view = await meetingFor(c, room, official)
  if (!view.mayReadNames) throw new Refused(403, 'not-permitted')
  return view
}

/** The list, and that this official saw it, for each person on it. */
async function seen(
  { services }: OfficeRoom,
  official: Official,
  { meeting }: OfficeMeetingView,
): Promise<Registration[]> {
  const registered = await viewRegistered(services, meeting.id)
  const { institutionId, id } = meeting
  const contacts = [...new Set(registered.flatMap(({ contactId }) => contactId ?? []))]
  const looked = contacts.map((contactId) => ({ institutionId, subject: refOf(KIND, id), contactId }))
  await noteAccesses(services, official, 'opened', looked)
  return registered
}

type Again = { typed: Typed; errors: FieldErrors; status: number }

async function listPage(
  c: WebContext,
  room: OfficeRoom,
  official: Official,
  view: OfficeMeetingView,
  { typed, errors, status }: Again,
): Promise<Response> {
  const registered = await seen(room, official, view)
  const done = doneWords(textsIn(c.get('lang')).registrations.done, c.req.query('u'))
  const props = { page: pageOf(c, room.services, null), view, registered, typed, errors, status: done }
  return html(c, <RegistrationListPage {...props} />, { status })
}

async function enter(c: WebContext, room: OfficeRoom, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const typed = typedOf(sent, REGISTRATION_FIELDS)
  const registration = view.meeting.registration === 'attend' ? 'attend' : 'attend-and-speak'
  const form = readRegistrationForm(sent, texts, { registration, email: null, emailOptional: true })
  if (!form.ok) return listPage(c, room, official, view, { typed, errors: form.errors, status: 422 })
  const wish = {
    ...form.value,
    formId: form.value.formId || randomUUID(),
    channel: readChannel(sent),
    by: byOf(official),
  }
  const outcome = await enterRegistration(room.services, view.meeting.id, wish)
  if (outcome === 'done') return redirect(c, `${urls.registrations(view.meeting.id)}?u=shtimi`)
  if (outcome === 'no-such-meeting') throw notFound()
  const errors: FieldErrors =
    outcome === 'known' ? { adresa: texts.registrations.known } : { emri: texts.one.refusals['wrong-state'] }
  return listPage(c, room, official, view, { typed, errors, status: 409 })
}
