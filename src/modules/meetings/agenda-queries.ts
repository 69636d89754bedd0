import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { AgendaItem, MeetingDay } from './meeting-rules.ts'

/** All its days anew, and with them the first and the last. */
export async function replaceDays(
  tx: Transaction,
  meeting: { id: string; institutionId: string },
  days: readonly MeetingDay[],
): Promise<void> {
  await tx`delete from meetings.meeting_days where meeting_id = ${meeting.id}`
  for (const { day, from, to } of days)
    await tx`
      insert into meetings.meeting_days (meeting_id, institution_id, day, from_time, to_time)
      values (${meeting.id}, ${meeting.institutionId}, ${day}, ${from}, ${to})`
  await tx`
    update meetings.meetings
    set first_day = (select min(day) from meetings.meeting_days where meeting_id = ${meeting.id}),
        last_day = (select max(day) from meetings.meeting_days where meeting_id = ${meeting.id})
    where id = ${meeting.id}`
}

export type DayOf = MeetingDay & { meetingId: string }

export const listDays = (db: Queryable, ids: readonly string[]): Promise<DayOf[]> =>
  db<DayOf[]>`
    select meeting_id, day, left(from_time::text, 5) as "from", left(to_time::text, 5) as "to" from meetings.meeting_days
    where ${amongIds(db, 'meeting_id', ids)} order by meeting_id, day`

export type WrittenItem = AgendaItem & { minutesDraft: string | null }

export const listAgenda = (db: Queryable, meetingId: string): Promise<WrittenItem[]> =>
  db<WrittenItem[]>`
    select id, ordinal, left(from_time::text, 5) as "from", title, minutes, minutes_draft from meetings.agenda_items
    where meeting_id = ${meetingId} order by ordinal`

export async function deleteItemsBut(tx: Transaction, meetingId: string, kept: readonly string[]): Promise<void> {
  await tx`
    delete from meetings.agenda_items where meeting_id = ${meetingId} and not id = any(${kept as string[]}::uuid[])`
}

export async function writeItem(
  tx: Transaction,
  meeting: { id: string; institutionId: string },
  item: { id: string | null; ordinal: number; from: string | null; title: string },
): Promise<void> {
  if (item.id === null)
    await tx`
      insert into meetings.agenda_items (meeting_id, institution_id, ordinal, from_time, title)
      values (${meeting.id}, ${meeting.institutionId}, ${item.ordinal}, ${item.from}, ${item.title})`
  else
    await tx`
      update meetings.agenda_items set ordinal = ${item.ordinal}, from_time = ${item.from}, title = ${item.title}
      where id = ${item.id} and meeting_id = ${meeting.id}`
}

export type BodyOf = { id: string; name: string; institutionId: string }

export const listBodiesOf = (db: Queryable, lang: Lang, meetingId: string): Promise<BodyOf[]> =>
  db<BodyOf[]>`
    select body.id, body.institution_id,
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as name
    from meetings.meeting_bodies as one join platform.bodies as body on body.id = one.body_id
    where one.meeting_id = ${meetingId} order by body.name collate "sq-x-icu", body.id`

/** The bodies of these institutions that a meeting can belong to. */
export const listBodyChoices = (db: Queryable, lang: Lang, institutions: readonly string[]): Promise<BodyOf[]> =>
  db<BodyOf[]>`
    select body.id, body.institution_id,
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as name
    from platform.bodies as body
    where body.institution_id = any(${institutions as string[]}::uuid[]) and body.ended_on is null
    order by body.name collate "sq-x-icu", body.id limit 200`

/** Bodies of another institution are left aside. */
export async function replaceBodies(
  tx: Transaction,
  meeting: { id: string; institutionId: string },
  bodyIds: readonly string[],
): Promise<void> {
  await tx`delete from meetings.meeting_bodies where meeting_id = ${meeting.id}`
  await tx`
    insert into meetings.meeting_bodies (meeting_id, institution_id, body_id)
    select ${meeting.id}, institution_id, id from platform.bodies
    where institution_id = ${meeting.institutionId} and id = any(${bodyIds as string[]}::uuid[])`
}
