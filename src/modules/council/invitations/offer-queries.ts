import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'

/** Whether, until when and how many may register for a meeting. */
export type RegistrationOffer = {
  meetingId: string
  kind: 'attend' | 'attend-and-speak'
  closesAt: Date | null
  capacity: number | null
  version: number
}

export const findOffer = async (db: Queryable, meetingId: string): Promise<RegistrationOffer | null> =>
  one(
    await db<RegistrationOffer[]>`
      select meeting_id, kind, closes_at, capacity, version from council.registration_offers where meeting_id = ${meetingId}`,
  )

export async function keepOffer(
  tx: Transaction,
  row: Omit<RegistrationOffer, 'version'> & { institutionId: string; by: string | null; at: Date },
): Promise<void> {
  await tx`
    insert into council.registration_offers (meeting_id, institution_id, kind, closes_at, capacity, set_at, set_by)
    values (${row.meetingId}, ${row.institutionId}, ${row.kind}, ${row.closesAt}, ${row.capacity}, ${row.at}, ${row.by})
    on conflict (meeting_id) do update
    set kind = excluded.kind, closes_at = excluded.closes_at, capacity = excluded.capacity, set_at = excluded.set_at,
        set_by = excluded.set_by, version = council.registration_offers.version + 1`
}

export async function deleteOffer(tx: Transaction, meetingId: string): Promise<void> {
  await tx`delete from council.registration_offers where meeting_id = ${meetingId}`
}

/** Meetings whose day was before this one, or that are cancelled and were to be held before it. */
export const listOverBefore = (db: Queryable, ids: readonly string[], day: string): Promise<{ id: string }[]> =>
  db<{ id: string }[]>`
    select id from council.meetings
    where ${amongIds(db, 'id', ids)}
      and (day < ${day} or (state = 'cancelled' and changed_at < ${day}::date))`

export type NamedMeeting = {
  id: string
  slug: string
  title: string | null
  body: string
  bodyEn: string | null
  bodyKind: string
  jurisdiction: 'AL' | 'XK'
  kind: 'ordinary' | 'extraordinary' | 'urgent' | 'constitutive'
  number: number | null
  numberYear: number | null
  numberWords: string | null
}

/** What everybody may know of what they are called: of a closed one no title of its own. */
export const listMeetingNames = (db: Queryable, ids: readonly string[]): Promise<NamedMeeting[]> =>
  db<NamedMeeting[]>`
    select meeting.id, meeting.slug, case when not meeting.closed then meeting.title end as title, body.name as body,
           body.name_en as body_en, body.kind as body_kind, institution.jurisdiction, meeting.kind, meeting.number,
           meeting.number_year, meeting.number_words
    from council.meetings as meeting
    join platform.bodies as body on body.id = meeting.body_id
    join platform.institutions as institution on institution.id = meeting.institution_id
    where ${amongIds(db, 'meeting.id', ids)} and meeting.state not in ('draft', 'taken-down')`

export type UntoldEvent = {
  id: string
  kind: 'moved' | 'postponed' | 'cancelled'
  meetingId: string
  reason: string | null
}

/** What happened lately to meetings for which people are registered. Each is told once to each of them. */
export const listUntoldEvents = (db: Queryable, since: Date): Promise<UntoldEvent[]> =>
  db<UntoldEvent[]>`
    select event.id::text, event.kind, event.meeting_id, event.reason from council.meeting_events as event
    where event.at >= ${since} and event.kind in ('moved', 'postponed', 'cancelled')
      and exists (
        select from platform.registrations as registration
        where registration.subject = 'council.meeting:' || event.meeting_id
          and registration.contact_id is not null and registration.state in ('confirmed', 'waiting')
          and registration.confirmed_at <= event.at
          and not exists (select from platform.registration_letters as letter
                          where letter.event = 'council.event:' || event.id and letter.registration_id = registration.id))
    order by event.id limit 200`
