import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Sector } from '../meeting-rules.ts'
import type { RegistrationChannel, RegistrationState } from './registration-rules.ts'

export type Registration = {
  id: string
  meetingId: string
  institutionId: string
  contactId: string | null
  email: string | null
  lang: Lang
  channel: RegistrationChannel
  name: string
  organisation: string | null
  sector: Sector | null
  phone: string | null
  speaks: boolean
  itemId: string | null
  itemTitle: string | null
  needs: string | null
  state: RegistrationState
  confirmedAt: Date | null
  attended: boolean | null
  createdAt: Date
}

const selected = (db: Queryable) => db`
  registration.id, registration.meeting_id, registration.institution_id, registration.contact_id, contact.email,
  registration.lang, registration.channel, registration.name, registration.organisation, registration.sector,
  registration.phone, registration.speaks, registration.item_id, item.title as item_title, registration.needs,
  registration.state, registration.confirmed_at, registration.attended, registration.created_at
  from meetings.registrations as registration
  left join platform.contacts as contact on contact.id = registration.contact_id
  left join meetings.agenda_items as item on item.id = registration.item_id`

/** Those who come, then those who wait, each in the order in which they asked; nobody unconfirmed. */
export const listRegistrations = (db: Queryable, meetingId: string): Promise<Registration[]> =>
  db<Registration[]>`
    select ${selected(db)}
    where registration.meeting_id = ${meetingId} and registration.state in ('confirmed', 'waiting')
    order by registration.state, registration.confirmed_at, registration.id limit 2000`

export const findRegistration = async (db: Queryable, id: string): Promise<Registration | null> =>
  one(await db<Registration[]>`select ${selected(db)} where registration.id = ${id}`)

export const findByToken = async (db: Queryable, digest: Buffer): Promise<Registration | null> =>
  one(await db<Registration[]>`select ${selected(db)} where registration.token_digest = ${digest}`)

/** The one that stands already for this address. */
export const findStanding = async (
  tx: Transaction,
  meetingId: string,
  contactId: string,
): Promise<Registration | null> =>
  one(
    await tx<Registration[]>`
      select ${selected(tx)}
      where registration.meeting_id = ${meetingId} and registration.contact_id = ${contactId}
        and registration.state <> 'withdrawn'`,
  )

export const isFormKnown = async (tx: Transaction, formId: string): Promise<boolean> =>
  (await tx`select from meetings.registrations where form_id = ${formId}`).length > 0

export type NewRegistration = {
  meetingId: string
  institutionId: string
  formId: string
  contactId: string | null
  tokenDigest: Buffer | null
  lang: Lang
  channel: RegistrationChannel
  name: string
  organisation: string | null
  sector: Sector | null
  phone: string | null
  speaks: boolean
  itemId: string | null
  needs: string | null
  state: RegistrationState
  confirmedAt: Date | null
  enteredBy: string | null
  at: Date
}

export async function insertRegistration(tx: Transaction, row: NewRegistration): Promise<string | null> {
  const found = one(
    await tx<{ id: string }[]>`
      insert into meetings.registrations
        (meeting_id, institution_id, form_id, contact_id, token_digest, lang, channel, name, organisation, sector, phone,
         speaks, item_id, needs, state, confirmed_at, entered_by, created_at, changed_at)
      values (${row.meetingId}, ${row.institutionId}, ${row.formId}, ${row.contactId}, ${row.tokenDigest}, ${row.lang},
              ${row.channel}, ${row.name}, ${row.organisation}, ${row.sector}, ${row.phone}, ${row.speaks},
              (select id from meetings.agenda_items where id = ${row.itemId} and meeting_id = ${row.meetingId}),
              ${row.needs}, ${row.state}, ${row.confirmedAt}, ${row.enteredBy}, ${row.at}, ${row.at})
      on conflict do nothing returning id`,
  )
  return found?.id ?? null
}

export async function setToken(tx: Transaction, id: string, tokenDigest: Buffer): Promise<void> {
  await tx`update meetings.registrations set token_digest = ${tokenDigest} where id = ${id}`
}

export async function moveRegistration(
  tx: Transaction,
  { id, state, at }: { id: string; state: RegistrationState; at: Date },
): Promise<void> {
  await tx`
    update meetings.registrations
    set state = ${state}, changed_at = ${at},
        confirmed_at = case when ${state} = 'withdrawn' then confirmed_at else coalesce(confirmed_at, ${at}) end
    where id = ${id}`
}

/** Of a meeting: how many come and how many wait. */
export async function countStanding(db: Queryable, meetingId: string): Promise<{ confirmed: number; waiting: number }> {
  const row = one(
    await db<{ confirmed: number; waiting: number }[]>`
      select count(*) filter (where state = 'confirmed')::int as confirmed,
             count(*) filter (where state = 'waiting')::int as waiting
      from meetings.registrations where meeting_id = ${meetingId}`,
  )
  return row ?? { confirmed: 0, waiting: 0 }
}

/** Those who have waited longest. */
export const listWaiting = (tx: Transaction, meetingId: string, limit: number): Promise<Registration[]> =>
  tx<Registration[]>`
    select ${selected(tx)}
    where registration.meeting_id = ${meetingId} and registration.state = 'waiting'
    order by registration.confirmed_at, registration.id limit ${limit}`

export async function tickAttended(tx: Transaction, meetingId: string, ids: readonly string[]): Promise<void> {
  await tx`
    update meetings.registrations set attended = id = any(${ids as string[]}::uuid[])
    where meeting_id = ${meetingId} and state in ('confirmed', 'waiting')`
}

/** How many of those on the list came, by sector: what the count begins with. */
export const countTicked = (db: Queryable, meetingId: string): Promise<{ sector: Sector | null; total: number }[]> =>
  db<{ sector: Sector | null; total: number }[]>`
    select sector, count(*)::int as total from meetings.registrations
    where meeting_id = ${meetingId} and attended group by sector`

/** The contact of an address, made on first sight. */
export async function contactOf(tx: Transaction, email: string, lang: Lang, now: Date): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.contacts (email, lang, created_at) values (${email.toLowerCase()}, ${lang}, ${now})
    on conflict (email) do update set lang = excluded.lang
    returning id`
  if (!row) throw new Error('An upsert gives a row')
  return row.id
}

export type ToldEvent = {
  id: string
  kind: string
  institutionId: string
  meetingId: string
  reason: string | null
  slug: string
  title: string
  titleEn: string | null
}

/** Null where there is nothing to tell: it is not public any more. */
export const findToldEvent = async (db: Queryable, eventId: string): Promise<ToldEvent | null> =>
  one(
    await db<ToldEvent[]>`
      select event.id::text, event.kind, event.institution_id, event.meeting_id, event.reason, meeting.slug, meeting.title,
             title.words as title_en
      from meetings.meeting_events as event
      join meetings.published_meetings as meeting on meeting.id = event.meeting_id
      left join platform.translations as title
        on title.subject = meeting.subject and title.field = 'title' and title.lang = 'en'
      where event.id = ${eventId}`,
  )

/** Some of those who are to be told and were not yet. They count as told from here on, so that no letter goes out twice. */
export const takeRegistered = (
  tx: Transaction,
  order: { eventId: string; meetingId: string; at: Date; limit: number },
): Promise<{ id: string; email: string; lang: Lang }[]> =>
  tx<{ id: string; email: string; lang: Lang }[]>`
    with told as (
      insert into meetings.event_letters (event_id, registration_id, at)
      select ${order.eventId}::bigint, registration.id, ${order.at}::timestamptz
      from meetings.registrations as registration
      where registration.meeting_id = ${order.meetingId} and registration.contact_id is not null
        and registration.state in ('confirmed', 'waiting')
        and not exists (select from meetings.event_letters as letter
                        where letter.event_id = ${order.eventId} and letter.registration_id = registration.id)
      limit ${order.limit}
      on conflict do nothing returning registration_id)
    select told.registration_id as id, contact.email, registration.lang
    from told
    join meetings.registrations as registration on registration.id = told.registration_id
    join platform.contacts as contact on contact.id = registration.contact_id`

/** Unconfirmed since this moment, or of meetings that were over before this day. */
export async function countForgotten(db: Queryable, before: { unconfirmed: Date; over: string }): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from meetings.registrations as registration
      join meetings.meetings as meeting on meeting.id = registration.meeting_id
      where (registration.state = 'sent' and registration.created_at < ${before.unconfirmed})
        or meeting.last_day < ${before.over}
        or (meeting.state = 'cancelled' and meeting.cancelled_at < ${before.over}::date)`,
  )
  return row?.count ?? 0
}

export async function deleteForgotten(db: Queryable, before: { unconfirmed: Date; over: string }): Promise<number> {
  const result = await db`
    delete from meetings.registrations as registration using meetings.meetings as meeting
    where meeting.id = registration.meeting_id
      and ((registration.state = 'sent' and registration.created_at < ${before.unconfirmed})
        or meeting.last_day < ${before.over}
        or (meeting.state = 'cancelled' and meeting.cancelled_at < ${before.over}::date))`
  return result.count
}

export type PersonalRegistration = Registration & { slug: string; title: string }

export const listOfContact = (db: Queryable, lang: Lang, contactId: string): Promise<PersonalRegistration[]> =>
  db<PersonalRegistration[]>`
    select meeting.slug, coalesce((select words from platform.translations
             where subject = 'meetings.meeting:' || meeting.id and field = 'title' and lang = ${lang}), meeting.title) as title,
           registration.*
    from (select ${selected(db)} where registration.contact_id = ${contactId}) as registration
    join meetings.meetings as meeting on meeting.id = registration.meeting_id
    order by registration.created_at desc, registration.id`

/** Locked by their meetings, so that who waits moves up. */
export const holdMeetingsOf = (tx: Transaction, contactId: string): Promise<{ id: string }[]> =>
  tx<{ id: string }[]>`
    select meeting.id from meetings.meetings as meeting
    where meeting.id in (select meeting_id from meetings.registrations where contact_id = ${contactId})
    order by meeting.id for update`

export async function deleteOfContact(tx: Transaction, contactId: string): Promise<number> {
  return (await tx`delete from meetings.registrations where contact_id = ${contactId}`).count
}

export async function renameOfContact(tx: Transaction, contactId: string, name: string): Promise<number> {
  return (
    await tx`update meetings.registrations set name = ${name} where contact_id = ${contactId} and name <> ${name}`
  ).count
}
