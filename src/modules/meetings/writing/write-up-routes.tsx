import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { draftDigest, LIMITS, SECTORS } from '../meeting-rules.ts'
import { meetingPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls as urls } from '../urls.ts'
import { answer, byOf, meetingFor, officePage, writable, type OfficeRoom } from './office-routes.tsx'
import { viewTicked, type OfficeMeetingView } from './office-view.ts'
import { OUTCOME_FIELDS, readOutcome, readWriteUp } from './write-up-form.ts'
import { MinutesPage, WriteUpPage } from './write-up-page.tsx'
import { addOutcome, writeMinutes, writeUpMeeting } from './write-up.ts'

/** What is written after a meeting: who came, the minutes, what came out of it. */
export function writeUpRoutes(app: WebApp, room: OfficeRoom): void {
  officeRoute(app, 'GET', urls.writeUp(':id'), may['meetings.write'], async (c, official) => {
    const view = await writable(c, room, official, 'write-up')
    return writeUpPage(c, room, view, { typed: await typedCounts(room, view), errors: {}, status: 200 })
  })
  officeRoute(app, 'POST', urls.writeUp(':id'), may['meetings.write'], (c, official) => writeUp(c, room, official))
  officeRoute(app, 'GET', urls.minutes(':id'), may['meetings.write'], async (c, official) => {
    const view = await writable(c, room, official, 'minutes')
    return minutesPage(c, room, view, { typed: typedMinutes(view), errors: {}, status: 200 })
  })
  officeRoute(app, 'POST', urls.minutes(':id'), may['meetings.write'], (c, official) => minutes(c, room, official))
  officeRoute(app, 'POST', urls.outcomes(':id'), may['meetings.write'], async (c, official) => {
    const view = await writable(c, room, official)
    const sent = await readForm(c)
    const typed = typedOf(sent, OUTCOME_FIELDS)
    const form = readOutcome(sent, textsIn(c.get('lang')))
    if (!form.ok) return officePage(c, room, view, { typed, errors: form.errors, status: 422 })
    const formId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : null
    const order = { ...form.value, formId, by: byOf(official) }
    const outcome = await addOutcome(room.services, view.meeting.id, order)
    return answer(c, room, official, outcome, { done: 'perfundimi', field: 'fjalet', typed })
  })
}

type Again = { typed: Typed; errors: FieldErrors; status: number }

const writeUpPage = (c: WebContext, { services }: OfficeRoom, view: OfficeMeetingView, again: Again) => {
  const { typed, errors, status } = again
  return html(c, <WriteUpPage page={pageOf(c, services, null)} view={view} typed={typed} errors={errors} />, { status })
}

/** As it was counted; where nobody has counted yet, what was ticked at the door. */
async function typedCounts({ services }: OfficeRoom, { meeting }: OfficeMeetingView): Promise<Typed> {
  const ticked = meeting.attendance === null ? await viewTicked(services, meeting.id) : []
  const counted = meeting.attendance ?? []
  const numbers = SECTORS.flatMap((sector): (readonly [string, string])[] => {
    const one = counted.find((of) => of.sector === sector)
    const came = ticked.filter((of) => (of.sector ?? 'other') === sector).reduce((sum, { total }) => sum + total, 0)
    return [
      [`nr-${sector}`, String(one?.total ?? (came || ''))],
      [`gra-${sector}`, String(one?.women ?? '')],
      [`burra-${sector}`, String(one?.men ?? '')],
    ]
  })
  const of = (kind: 'organisation' | 'official') =>
    meeting.participants
      .filter((one) => one.kind === kind)
      .map(({ words }) => words)
      .join('\n')
  return {
    ...Object.fromEntries(numbers),
    organizatat: of('organisation'),
    zyrtaret: of('official'),
    pelqimi: of('official') === '' ? '' : 'po',
    versioni: String(meeting.version),
  }
}

async function writeUp(c: WebContext, room: OfficeRoom, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const form = readWriteUp(sent, texts, view.meeting.writtenUpAt !== null)
  if (!form.ok) return writeUpPage(c, room, view, { typed: form.typed, errors: form.errors, status: 422 })
  const seen = Number(sent.get('versioni')) || 0
  const outcome = await writeUpMeeting(room.services, view.meeting.id, { ...form.value, by: byOf(official), seen })
  if (outcome === 'done') return redirect(c, `${urls.one(view.meeting.id)}?u=zhvillimi`)
  if (outcome === 'no-such-meeting') throw notFound()
  const typed = Object.fromEntries([...sent.keys()].map((name) => [name, textField(sent, name)]))
  const now = await meetingFor(c, room, official)
  // What was typed comes back over what stands now, so that it is looked at before it is sent again.
  const again = { typed: { ...typed, versioni: String(now.meeting.version) }, status: 409 }
  return writeUpPage(c, room, now, { ...again, errors: { organizatat: texts.one.refusals[outcome] } })
}

const minutesPage = (c: WebContext, { services }: OfficeRoom, view: OfficeMeetingView, again: Again) => {
  const { typed, errors, status } = again
  return html(c, <MinutesPage page={pageOf(c, services, null)} view={view} typed={typed} errors={errors} />, { status })
}

const digestNow = ({ meeting, items }: OfficeMeetingView): string =>
  draftDigest([meeting.minutesDraft, ...items.map(({ minutesDraft }) => minutesDraft)])

const typedMinutes = (view: OfficeMeetingView): Typed => ({
  pare: digestNow(view),
  procesverbali: view.meeting.minutesDraft ?? '',
  ...Object.fromEntries(view.items.map(({ id, minutesDraft }) => [`pika-${id}`, minutesDraft ?? ''])),
})

async function minutes(c: WebContext, room: OfficeRoom, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const typed = typedOf(sent, ['pare', 'procesverbali', 'arsyeja', ...view.items.map(({ id }) => `pika-${id}`)])
  const whole = typed.procesverbali ?? ''
  const items = view.items.map(({ id }) => ({ id, words: typed[`pika-${id}`] ?? '' }))
  const publish = sent.get('si') === 'publiko'
  const errors: FieldErrors = {}
  if (lengthOf(whole) > LIMITS.minutes) errors.procesverbali = texts.minutes.errors.long
  for (const { id, words } of items)
    if (lengthOf(words) > LIMITS.itemMinutes) errors[`pika-${id}`] = texts.minutes.errors.long
  if (publish && whole === '' && items.every(({ words }) => words === ''))
    errors.procesverbali = texts.minutes.errors.empty
  const reason = typed.arsyeja ?? ''
  const again = publish && view.meeting.minutesPublishedAt !== null
  if (again && (lengthOf(reason) < 5 || lengthOf(reason) > LIMITS.reason)) errors.arsyeja = texts.form.errors.reason
  if (Object.keys(errors).length > 0) return minutesPage(c, room, view, { typed, errors, status: 422 })
  const order = { whole, items, publish, seen: typed.pare ?? '', reason: reason || null, by: byOf(official) }
  const outcome = await writeMinutes(room.services, view.meeting.id, order)
  if (outcome === 'done') return redirect(c, `${urls.one(view.meeting.id)}?u=${publish ? 'procesverbali' : 'ruajtja'}`)
  if (outcome === 'no-such-meeting') throw notFound()
  const now = await meetingFor(c, room, official)
  const told = { procesverbali: texts.one.refusals[outcome] }
  return minutesPage(c, room, now, { typed: { ...typed, pare: digestNow(now) }, errors: told, status: 409 })
}
