import { one, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { MeetingFacts } from './meeting-queries.ts'

export type NewMeeting = MeetingFacts & {
  institutionId: string
  formId: string
  bodyId: string
  termId: string | null
  slug: string
  createdBy: string | null
  at: Date
}

/** Null: this form has arrived before. */
export const insertMeeting = async (tx: Transaction, row: NewMeeting): Promise<string | null> =>
  one(
    await tx<{ id: string }[]>`
      insert into council.meetings
        (institution_id, form_id, body_id, term_id, slug, kind, called_by, call_reason, title, starts_at, ends_at, day,
         place, mode, online_url, accessibility, closed, closed_asked_by, closed_reason, created_by, created_at, changed_at)
      values (${row.institutionId}, ${row.formId}, ${row.bodyId}, ${row.termId}, ${row.slug}, ${row.kind}, ${row.calledBy},
              ${row.callReason}, ${row.title}, ${row.startsAt}, ${row.endsAt}, ${row.day}, ${row.place}, ${row.mode},
              ${row.onlineUrl}, ${row.accessibility}, ${row.closed}, ${row.closedAskedBy}, ${row.closedReason},
              ${row.createdBy}, ${row.at}, ${row.at})
      on conflict (form_id) do nothing returning id`,
  )?.id ?? null

export async function updateMeeting(
  tx: Transaction,
  id: string,
  row: MeetingFacts & { termId: string | null },
  at: Date,
): Promise<void> {
  await tx`
    update council.meetings
    set kind = ${row.kind}, called_by = ${row.calledBy}, call_reason = ${row.callReason}, title = ${row.title},
        starts_at = ${row.startsAt}, ends_at = ${row.endsAt}, day = ${row.day}, place = ${row.place}, mode = ${row.mode},
        online_url = ${row.onlineUrl}, accessibility = ${row.accessibility}, closed = ${row.closed},
        closed_asked_by = ${row.closedAskedBy}, closed_reason = ${row.closedReason}, term_id = ${row.termId},
        changed_at = ${at}, version = version + 1
    where id = ${id}`
}

/** Something that belongs to it was written: its page is another one now. */
export async function touchMeeting(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update council.meetings set changed_at = ${at}, version = version + 1 where id = ${id}`
}

export async function setConvened(
  tx: Transaction,
  id: string,
  row: { slug: string; year: number; number: number; shortNoticeReason: string | null; at: Date },
): Promise<void> {
  await tx`
    update council.meetings
    set state = 'convened', slug = ${row.slug}, number_year = ${row.year}, number = ${row.number},
        short_notice_reason = ${row.shortNoticeReason}, convened_at = ${row.at}, changed_at = ${row.at},
        published_at = coalesce(published_at, ${row.at}), version = version + 1
    where id = ${id}`
}

/** Without a day until it is convened anew; its number and address stay. */
export async function setPostponed(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update council.meetings
    set state = 'postponed', starts_at = null, ends_at = null, day = null, changed_at = ${at}, version = version + 1
    where id = ${id}`
}

export async function setCancelled(tx: Transaction, id: string, reason: string, at: Date): Promise<void> {
  await tx`
    update council.meetings set state = 'cancelled', cancel_reason = ${reason}, changed_at = ${at}, version = version + 1
    where id = ${id}`
}

/** The next in the register of the body: without gaps, for it is given in the deed that convenes. */
export async function nextMeetingNumber(
  tx: Transaction,
  { institutionId, bodyId, year }: { institutionId: string; bodyId: string; year: number },
): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into platform.counters (institution_id, register, year, next)
    values (${institutionId}, 'council-meetings:' || ${bodyId}, ${year}, 2)
    on conflict (institution_id, register, year) do update set next = counters.next + 1
    returning next - 1 as number`
  if (!row) throw new Error('An upsert gives a row')
  return row.number
}

export const isSlugTaken = async (tx: Transaction, slug: string): Promise<boolean> =>
  (await tx`select from council.meetings where slug = ${slug}`).length > 0

/** The term of office in which a day lies: of the body, or of the council that the commission belongs to. */
export const findTermOn = async (
  tx: Transaction,
  { institutionId, bodyId, day }: { institutionId: string; bodyId: string; day: CivilDate },
): Promise<string | null> =>
  one(
    await tx<{ id: string }[]>`
      select term.id from council.terms as term
      join platform.bodies as body on body.id = term.body_id
      where term.institution_id = ${institutionId}
        and (term.body_id = ${bodyId} or body.kind = 'council')
        and term.from_on <= ${day} and (term.to_on is null or term.to_on >= ${day})
      order by term.body_id = ${bodyId} desc, term.from_on desc limit 1`,
  )?.id ?? null

type Of = { id: string; institutionId: string }

/** The bodies that sit with it; those of another institution, and its own body, are left aside. */
export async function replaceJointBodies(
  tx: Transaction,
  meeting: Of & { bodyId: string },
  bodyIds: readonly string[],
): Promise<void> {
  const wanted = bodyIds as string[]
  await tx`delete from council.meeting_bodies where meeting_id = ${meeting.id} and not body_id = any(${wanted}::uuid[])`
  await tx`
    insert into council.meeting_bodies (meeting_id, institution_id, body_id)
    select ${meeting.id}, body.institution_id, body.id from platform.bodies as body
    where body.institution_id = ${meeting.institutionId} and body.id = any(${wanted}::uuid[])
      and body.id <> ${meeting.bodyId} and body.kind in ('council', 'commission')
    on conflict do nothing`
}

export async function replaceCallers(tx: Transaction, meeting: Of, personIds: readonly string[]): Promise<void> {
  const wanted = personIds as string[]
  await tx`delete from council.meeting_callers where meeting_id = ${meeting.id} and not person_id = any(${wanted}::uuid[])`
  await tx`
    insert into council.meeting_callers (meeting_id, institution_id, person_id)
    select ${meeting.id}, councillor.institution_id, councillor.person_id from council.councillors as councillor
    where councillor.institution_id = ${meeting.institutionId} and councillor.person_id = any(${wanted}::uuid[])
    on conflict do nothing`
}

export type NewMeetingEvent = {
  meetingId: string
  institutionId: string
  formId?: string | null
  kind: string
  itemId?: string | null
  changes?: Record<string, readonly [string | null, string | null]>
  reason?: string | null
  version: number
  at: Date
  by: string | null
}

/** False: this very form has said so before. */
export async function insertMeetingEvent(tx: Transaction, event: NewMeetingEvent): Promise<boolean> {
  const rows = await tx`
    insert into council.meeting_events
      (institution_id, meeting_id, form_id, kind, item_id, changes, reason, version, at, by_account_id)
    values (${event.institutionId}, ${event.meetingId}, ${event.formId ?? null}, ${event.kind}, ${event.itemId ?? null},
            ${tx.json(event.changes ?? {})}, ${event.reason ?? null}, ${event.version}, ${event.at}, ${event.by})
    on conflict (form_id) do nothing returning id`
  return rows.length > 0
}

/** It leaves the public, and comes back as it was. */
export async function takeMeeting(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update council.meetings set state_before = state, state = 'taken-down', changed_at = ${at}
    where id = ${id} and state not in ('draft', 'taken-down')`
}

export async function restoreMeeting(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update council.meetings set state = state_before, state_before = null, changed_at = ${at}
    where id = ${id} and state = 'taken-down'`
}
