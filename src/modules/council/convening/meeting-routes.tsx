import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../permissions.ts'
import { cancelMeeting, changeMeeting, postponeMeeting } from './change-meeting.ts'
import { isPublicMeeting, mayDo, MEETING_LIMITS as LIMITS } from './convening-rules.ts'
import { conveneMeeting } from './convene-meeting.ts'
import { createMeeting } from './create-meeting.ts'
import { answer, byOf, meetingFor, meetingPage, seenIn, writable, type Again } from './meeting-answer-routes.tsx'
import { readMeetingForm, typedMeeting, typedOfMeeting } from './meeting-form.ts'
import { MeetingFormPage } from './meeting-form-page.tsx'
import { OfficeListPage } from './office-list-page.tsx'
import { viewBodyToCall, viewMeetingForm, viewOfficeList, type OfficeMeetingView } from './office-view.ts'
import { conveningTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

/** Meetings in the office: the list, a new one, its facts, and what is announced. */
export function meetingRoutes(app: WebApp, services: Services): void {
  const write = may['council-meetings.write']
  officeRoute(app, 'GET', urls.meetings(), may['council.read'], async (c, official) => {
    const view = await viewOfficeList(services, c.get('lang'), official, c.req.query())
    return html(c, <OfficeListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.create(), write, (c, official) =>
    createPage(c, services, official, { typed: { dergesa: randomUUID(), organi: c.req.query('organi') ?? '' } }),
  )
  officeRoute(app, 'POST', urls.create(), write, (c, official) => create(c, services, official))
  officeRoute(app, 'GET', urls.meeting(':id'), may['council.read'], async (c, official) =>
    meetingPage(c, services, await meetingFor(c, services, official)),
  )
  officeRoute(app, 'GET', urls.change(':id'), write, async (c, official) => {
    const view = await writable(c, services, official)
    if (!mayDo(view.meeting.state, 'change')) throw notFound()
    return changePage(c, services, official, view)
  })
  officeRoute(app, 'POST', urls.change(':id'), write, (c, official) => change(c, services, official))
  officeRoute(app, 'POST', urls.convene(':id'), write, (c, official) => convene(c, services, official))
  officeRoute(app, 'POST', urls.postpone(':id'), write, (c, official) =>
    stop(c, services, official, { deed: postponeMeeting, field: 'arsyeja-shtyrjes', done: 'shtyrja' }),
  )
  officeRoute(app, 'POST', urls.cancel(':id'), write, (c, official) =>
    stop(c, services, official, { deed: cancelMeeting, field: 'arsyeja-anulimit', done: 'anulimi' }),
  )
}

async function convene(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const form = await readForm(c)
  const field = 'arsyeja-vonese'
  const reason = textField(form, field)
  const typed = { [field]: reason }
  const errors = { [field]: conveningTexts(c.get('lang')).form.errors.reason }
  if (reason !== '' && (lengthOf(reason) < 5 || lengthOf(reason) > LIMITS.reason))
    return meetingPage(c, services, view, { typed, errors, status: 422 })
  const order = { by: byOf(official), seen: seenIn(form), shortNoticeReason: reason || null }
  const outcome = await conveneMeeting(services, view.meeting.id, order)
  const at = outcome === 'short-notice' ? field : 'thirrja'
  return answer(c, services, official, outcome, { done: 'thirrja', field: at, typed })
}

type Stop = { deed: typeof postponeMeeting; field: string; done: string }

async function stop(
  c: WebContext,
  services: Services,
  official: Official,
  { deed, field, done }: Stop,
): Promise<Response> {
  const view = await writable(c, services, official)
  const form = await readForm(c)
  const reason = textField(form, field)
  const typed = { [field]: reason }
  const errors = { [field]: conveningTexts(c.get('lang')).form.errors.reason }
  if (lengthOf(reason) < 5 || lengthOf(reason) > LIMITS.reason)
    return meetingPage(c, services, view, { typed, errors, status: 422 })
  const outcome = await deed(services, view.meeting.id, { by: byOf(official), seen: seenIn(form), reason })
  return answer(c, services, official, outcome, { done, field, typed })
}

async function createPage(
  c: WebContext,
  services: Services,
  official: Official,
  { typed = {}, errors = {}, status = 200 }: Again,
): Promise<Response> {
  const view = await viewMeetingForm(services, c.get('lang'), official)
  const body = view.bodies.find(({ id }) => id === typed.organi) ?? view.bodies[0]
  const found = body ? await viewBodyToCall(services, body.id) : null
  const country = found?.jurisdiction ?? 'AL'
  const props = { page: pageOf(c, services, null), id: null, country, open: false, view, typed, errors }
  return html(c, <MeetingFormPage {...props} />, { status })
}

async function create(c: WebContext, services: Services, official: Official): Promise<Response> {
  const texts = conveningTexts(c.get('lang'))
  const sent = await readForm(c)
  const typed = typedMeeting(sent)
  const { bodies } = await viewMeetingForm(services, c.get('lang'), official)
  const body = bodies.find(({ id }) => id === typed.organi)
  // A body of an institution where this official has no such right is refused, not explained.
  const found = isUuid(typed.organi ?? '') ? await viewBodyToCall(services, typed.organi ?? '') : null
  if (!body && found) throw new Refused(403, 'not-permitted')
  const form = readMeetingForm(sent, { zone: found?.zone ?? 'Europe/Tirane', texts, reason: false })
  const errors: FieldErrors = form.ok ? {} : { ...form.errors }
  if (!body) errors.organi = texts.form.errors.body
  if (!form.ok || !body || !found) return createPage(c, services, official, { typed, errors, status: 422 })
  const formId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID()
  const copyFrom = typed.kopjo === 'po' ? found.lastMeetingId : null
  const order = { form: form.value, institutionId: body.institutionId, bodyId: body.id, by: byOf(official) }
  const id = await createMeeting(services, { ...order, formId, copyFrom })
  return redirect(c, `${urls.meeting(id)}?u=krijimi`)
}

async function changePage(
  c: WebContext,
  services: Services,
  official: Official,
  view: OfficeMeetingView,
  again: Again = {},
): Promise<Response> {
  const { errors = {}, status = 200 } = again
  const { meeting, joint, callers } = view
  const form = await viewMeetingForm(services, c.get('lang'), official, meeting.institutionId)
  const beside = { jointIds: joint.map(({ id }) => id), callerIds: callers.map(({ personId }) => personId) }
  const typed: Typed = { ...(again.typed ?? typedOfMeeting(meeting, beside)), organi: meeting.bodyId }
  const props = { id: meeting.id, country: meeting.jurisdiction, open: isPublicMeeting(meeting.state), view: form }
  return html(c, <MeetingFormPage page={pageOf(c, services, null)} {...props} typed={typed} errors={errors} />, {
    status,
  })
}

async function change(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const texts = conveningTexts(c.get('lang'))
  const sent = await readForm(c)
  const { id, zone, state } = view.meeting
  const form = readMeetingForm(sent, { zone, texts, reason: isPublicMeeting(state) })
  const typed = typedMeeting(sent)
  if (!form.ok) return changePage(c, services, official, view, { typed, errors: form.errors, status: 422 })
  const order = { form: form.value, by: byOf(official), seen: seenIn(sent), reason: typed.arsyeja || null }
  const outcome = await changeMeeting(services, id, order)
  if (outcome === 'done') return redirect(c, `${urls.meeting(id)}?u=ndryshimi`)
  if (outcome === 'no-such-meeting') throw notFound()
  const field = { 'no-time': 'dita', 'no-place': 'vendi', 'reason-missing': 'arsyeja' }[outcome as string] ?? 'dita'
  const status = outcome === 'changed-meanwhile' || outcome === 'wrong-state' ? 409 : 422
  const now = await meetingFor(c, services, official)
  const again = { typed, errors: { [field]: texts.refusals[outcome] }, status }
  return changePage(c, services, official, now, again)
}
