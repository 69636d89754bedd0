import { randomUUID } from 'node:crypto'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { MeetingOutcome } from './do-with-meeting.ts'
import { OfficeMeetingPage } from './office-meeting-page.tsx'
import { viewOfficeMeeting, type OfficeMeetingView } from './office-view.ts'
import { conveningTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

export type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

export const byOf = ({ accountId }: Official): { accountId: string } => ({ accountId })

/** The version that stood on the page; one that nobody sent fits nothing. */
export const seenIn = (form: FormData): number => Number(form.get('versioni')) || 0

/** The meeting in the address, as this official may read it. */
export async function meetingFor(c: WebContext, services: Services, official: Official): Promise<OfficeMeetingView> {
  const view = await viewOfficeMeeting(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

export async function writable(c: WebContext, services: Services, official: Official): Promise<OfficeMeetingView> {
  const view = await meetingFor(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

export function meetingPage(
  c: WebContext,
  services: Services,
  view: OfficeMeetingView,
  { typed = {}, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const done = doneWords(conveningTexts(c.get('lang')).done, c.req.query('u'))
  const filled = { dergesa: randomUUID(), ...typed }
  const page = pageOf(c, services, null)
  return html(c, <OfficeMeetingPage page={page} view={view} typed={filled} errors={errors} status={done} />, { status })
}

/** 409 where it stands otherwise by now, 422 where something is missing. */
export const statusOf = (outcome: Exclude<MeetingOutcome, 'done'>): number =>
  outcome === 'wrong-state' || outcome === 'changed-meanwhile' || outcome === 'no-such-item' ? 409 : 422

/** What became of a deed: on to the meeting, or its page with what stood in the way. */
export async function answer(
  c: WebContext,
  services: Services,
  official: Official,
  outcome: MeetingOutcome,
  { done, field, typed = {} }: { done: string; field: string; typed?: Typed },
): Promise<Response> {
  if (outcome === 'done') return redirect(c, `${urls.meeting(c.req.param('id') ?? '')}?u=${done}`)
  if (outcome === 'no-such-meeting') throw notFound()
  const errors = { [field]: conveningTexts(c.get('lang')).refusals[outcome] }
  return meetingPage(c, services, await meetingFor(c, services, official), { typed, errors, status: statusOf(outcome) })
}
