import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { ItemKind, ItemOrigin } from './convening-rules.ts'

export type ItemFields = {
  title: string
  titleEn: string | null
  kind: ItemKind
  paperId: string | null
  actKind: string | null
  rapporteur: string | null
  hearingAt: Date | null
  speakerMinutes: number | null
  closed: boolean
  publicTitle: string | null
  closedAskedBy: string | null
  closedReason: string | null
}

export type NewItem = ItemFields & {
  /** The number of the form, or a new one: the same twice is one item. */
  id: string
  institutionId: string
  meetingId: string
  origin: ItemOrigin
  carriedFrom: string | null
  at: Date
}

/** At the end of the agenda. False: it stands there already. */
export async function insertItem(tx: Transaction, row: NewItem): Promise<boolean> {
  const rows = await tx`
    insert into council.agenda_items
      (id, institution_id, meeting_id, ordinal, title, title_en, kind, paper_id, act_kind, rapporteur, origin, carried_from,
       hearing_at, speaker_minutes, closed, public_title, closed_asked_by, closed_reason, created_at, changed_at)
    select ${row.id}, ${row.institutionId}, ${row.meetingId},
           coalesce((select max(one.ordinal) from council.agenda_items as one where one.meeting_id = ${row.meetingId}), 0) + 1,
           ${row.title}, ${row.titleEn}, ${row.kind}, ${row.paperId}::uuid, ${row.actKind}, ${row.rapporteur}, ${row.origin},
           ${row.carriedFrom}::uuid, ${row.hearingAt}::timestamptz, ${row.speakerMinutes}::int, ${row.closed},
           ${row.publicTitle}, ${row.closedAskedBy}, ${row.closedReason}, ${row.at}, ${row.at}
    on conflict (id) do nothing returning id`
  return rows.length > 0
}

export async function updateItem(tx: Transaction, id: string, row: ItemFields, at: Date): Promise<void> {
  await tx`
    update council.agenda_items
    set title = ${row.title}, title_en = ${row.titleEn}, kind = ${row.kind}, paper_id = ${row.paperId},
        act_kind = ${row.actKind}, rapporteur = ${row.rapporteur}, hearing_at = ${row.hearingAt},
        speaker_minutes = ${row.speakerMinutes}, closed = ${row.closed}, public_title = ${row.publicTitle},
        closed_asked_by = ${row.closedAskedBy}, closed_reason = ${row.closedReason}, changed_at = ${at},
        version = version + 1
    where id = ${id}`
}

/** Of a draft, of which nobody has heard. */
export async function deleteItem(tx: Transaction, id: string): Promise<void> {
  await tx`delete from council.agenda_items where id = ${id}`
}

/** It stays where it was, struck through, with the reason. */
export async function withdrawItemRow(tx: Transaction, id: string, reason: string, at: Date): Promise<void> {
  await tx`
    update council.agenda_items
    set state = 'withdrawn', state_reason = ${reason}, changed_at = ${at}, version = version + 1 where id = ${id}`
}

/** Numbers them anew in this order. */
export async function orderItems(tx: Transaction, meetingId: string, ids: readonly string[], at: Date): Promise<void> {
  await tx`
    update council.agenda_items as item set ordinal = wanted.ordinal::int, changed_at = ${at}
    from unnest(${ids as string[]}::uuid[]) with ordinality as wanted (id, ordinal)
    where item.meeting_id = ${meetingId} and item.id = wanted.id and item.ordinal <> wanted.ordinal`
}

export type CarryChoice = {
  id: string
  title: string
  kind: ItemKind
  state: string
  stateReason: string | null
  paperId: string | null
  closed: boolean
  meetingId: string
  day: string | null
  number: number | null
}

/**
 * What the body has not finished: items of earlier meetings that were postponed, or not reached before the meeting closed,
 * and that nobody has carried on yet.
 */
export const listToCarry = (
  db: Queryable,
  { bodyId, meetingId }: { bodyId: string; meetingId: string },
): Promise<CarryChoice[]> =>
  db<CarryChoice[]>`
    select item.id, item.title, item.kind, item.state, item.state_reason, item.paper_id, item.closed, item.meeting_id,
           meeting.day, meeting.number
    from council.meetings as meeting join council.agenda_items as item on item.meeting_id = meeting.id
    where meeting.body_id = ${bodyId} and meeting.id <> ${meetingId} and not meeting.history
      and ((item.state in ('postponed', 'sent-back') and meeting.state in ('closed', 'under-way', 'suspended'))
        or (item.state in ('planned', 'open', 'postponed') and meeting.state in ('closed', 'cancelled')))
      and not exists (
        select from council.agenda_items as later
        join council.meetings as its on its.id = later.meeting_id
        where later.carried_from = item.id and its.state not in ('cancelled', 'taken-down'))
    order by meeting.day desc nulls last, meeting.id, item.ordinal limit 100`

/** The meeting of the body before this one, whose agenda can be copied. */
export const findLastMeeting = async (
  db: Queryable,
  { bodyId, meetingId }: { bodyId: string; meetingId: string },
): Promise<{ id: string; day: string | null } | null> =>
  one(
    await db<{ id: string; day: string | null }[]>`
      select meeting.id, meeting.day from council.meetings as meeting
      where meeting.body_id = ${bodyId} and meeting.id <> ${meetingId} and meeting.state <> 'taken-down'
        and exists (select from council.agenda_items as item where item.meeting_id = meeting.id)
      order by meeting.day desc nulls last, meeting.id desc limit 1`,
  )
