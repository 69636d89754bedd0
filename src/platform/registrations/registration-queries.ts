import { one, type Queryable, type Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { RegistrationChannel, RegistrationState } from './registration-rules.ts'

export type Registration = {
  id: string
  subject: string
  institutionId: string
  contactId: string | null
  email: string | null
  lang: Lang
  channel: RegistrationChannel
  name: string
  organisation: string | null
  sector: string | null
  phone: string | null
  speaks: boolean
  itemId: string | null
  needs: string | null
  state: RegistrationState
  confirmedAt: Date | null
  attended: boolean | null
  createdAt: Date
}

const selected = (db: Queryable) => db`
  registration.id, registration.subject, registration.institution_id, registration.contact_id, contact.email,
  registration.lang, registration.channel, registration.name, registration.organisation, registration.sector,
  registration.phone, registration.speaks, registration.item_id, registration.needs,
  registration.state, registration.confirmed_at, registration.attended, registration.created_at
  from platform.registrations as registration
  left join platform.contacts as contact on contact.id = registration.contact_id`

/** Those who come, then those who wait, each in the order in which they asked; nobody unconfirmed. */
export const listRegistrations = (db: Queryable, subject: string): Promise<Registration[]> =>
  db<Registration[]>`
    select ${selected(db)}
    where registration.subject = ${subject} and registration.state in ('confirmed', 'waiting')
    order by registration.state, registration.confirmed_at, registration.id limit 2000`

export const findRegistration = async (db: Queryable, id: string): Promise<Registration | null> =>
  one(await db<Registration[]>`select ${selected(db)} where registration.id = ${id}`)

export const findByToken = async (db: Queryable, digest: Buffer): Promise<Registration | null> =>
  one(await db<Registration[]>`select ${selected(db)} where registration.token_digest = ${digest}`)

/** The one that stands already for this address. */
export const findStanding = async (tx: Transaction, subject: string, contactId: string): Promise<Registration | null> =>
  one(
    await tx<Registration[]>`
      select ${selected(tx)}
      where registration.subject = ${subject} and registration.contact_id = ${contactId}
        and registration.state <> 'withdrawn'`,
  )

export const isFormKnown = async (tx: Transaction, formId: string): Promise<boolean> =>
  (await tx`select from platform.registrations where form_id = ${formId}`).length > 0

export type NewRegistration = {
  subject: string
  institutionId: string
  formId: string
  contactId: string | null
  tokenDigest: Buffer | null
  lang: Lang
  channel: RegistrationChannel
  name: string
  organisation: string | null
  sector: string | null
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
      insert into platform.registrations
        (subject, institution_id, form_id, contact_id, token_digest, lang, channel, name, organisation, sector, phone,
         speaks, item_id, needs, state, confirmed_at, entered_by, created_at, changed_at)
      values (${row.subject}, ${row.institutionId}, ${row.formId}, ${row.contactId}, ${row.tokenDigest}, ${row.lang},
              ${row.channel}, ${row.name}, ${row.organisation}, ${row.sector}, ${row.phone}, ${row.speaks},
              ${row.itemId},
              ${row.needs}, ${row.state}, ${row.confirmedAt}, ${row.enteredBy}, ${row.at}, ${row.at})
      on conflict do nothing returning id`,
  )
  return found?.id ?? null
}

export async function setToken(tx: Transaction, id: string, tokenDigest: Buffer): Promise<void> {
  await tx`update platform.registrations set token_digest = ${tokenDigest} where id = ${id}`
}

export async function moveRegistration(
  tx: Transaction,
  { id, state, at }: { id: string; state: RegistrationState; at: Date },
): Promise<void> {
  await tx`
    update platform.registrations
    set state = ${state}, changed_at = ${at},
        confirmed_at = case when ${state} = 'withdrawn' then confirmed_at else coalesce(confirmed_at, ${at}) end
    where id = ${id}`
}

/** Of a gathering: how many come and how many wait. */
export async function countStanding(db: Queryable, subject: string): Promise<{ confirmed: number; waiting: number }> {
  const row = one(
    await db<{ confirmed: number; waiting: number }[]>`
      select count(*) filter (where state = 'confirmed')::int as confirmed,
             count(*) filter (where state = 'waiting')::int as waiting
      from platform.registrations where subject = ${subject}`,
  )
  return row ?? { confirmed: 0, waiting: 0 }
}

/** Those who have waited longest. */
export const listWaiting = (tx: Transaction, subject: string, limit: number): Promise<Registration[]> =>
  tx<Registration[]>`
    select ${selected(tx)}
    where registration.subject = ${subject} and registration.state = 'waiting'
    order by registration.confirmed_at, registration.id limit ${limit}`

export async function tickAttended(tx: Transaction, subject: string, ids: readonly string[]): Promise<void> {
  await tx`
    update platform.registrations set attended = id = any(${ids as string[]}::uuid[])
    where subject = ${subject} and state in ('confirmed', 'waiting')`
}

/** How many of those on the list came, by sector: what the count begins with. */
export const countTicked = (db: Queryable, subject: string): Promise<{ sector: string | null; total: number }[]> =>
  db<{ sector: string | null; total: number }[]>`
    select sector, count(*)::int as total from platform.registrations
    where subject = ${subject} and attended group by sector`

/** The contact of an address, made on first sight. */
export async function contactOf(tx: Transaction, email: string, lang: Lang, now: Date): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.contacts (email, lang, created_at) values (${email.toLowerCase()}, ${lang}, ${now})
    on conflict (email) do update set lang = excluded.lang
    returning id`
  if (!row) throw new Error('An upsert gives a row')
  return row.id
}

/**
 * Some of those who are to be told of something and were not yet. They count as told from here on, so that no letter goes out
 * twice.
 */
export const takeRegistered = (
  tx: Transaction,
  order: { event: string; subject: string; at: Date; limit: number },
): Promise<{ id: string; email: string; lang: Lang }[]> =>
  tx<{ id: string; email: string; lang: Lang }[]>`
    with told as (
      insert into platform.registration_letters (event, registration_id, at)
      select ${order.event}, registration.id, ${order.at}::timestamptz
      from platform.registrations as registration
      where registration.subject = ${order.subject} and registration.contact_id is not null
        and registration.state in ('confirmed', 'waiting')
        and not exists (select from platform.registration_letters as letter
                        where letter.event = ${order.event} and letter.registration_id = registration.id)
      limit ${order.limit}
      on conflict do nothing returning registration_id)
    select told.registration_id as id, contact.email, registration.lang
    from told
    join platform.registrations as registration on registration.id = told.registration_id
    join platform.contacts as contact on contact.id = registration.contact_id`

/** What somebody is registered for, of one kind of records: what may be forgotten is asked of its module. */
export const listGatherings = (db: Queryable, kind: string): Promise<{ subject: string }[]> =>
  db<{ subject: string }[]>`
    select distinct subject from platform.registrations where subject like ${`${kind}:%`} order by subject limit 5000`

type Forgotten = { kind: string; unconfirmed: Date; over: readonly string[] }

/** Unconfirmed since this moment, or of what is over. */
export async function countForgotten(db: Queryable, { kind, unconfirmed, over }: Forgotten): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from platform.registrations
      where subject like ${`${kind}:%`}
        and ((state = 'sent' and created_at < ${unconfirmed}) or subject = any(${over as string[]}::text[]))`,
  )
  return row?.count ?? 0
}

export async function deleteForgotten(db: Queryable, { kind, unconfirmed, over }: Forgotten): Promise<number> {
  const result = await db`
    delete from platform.registrations
    where subject like ${`${kind}:%`}
      and ((state = 'sent' and created_at < ${unconfirmed}) or subject = any(${over as string[]}::text[]))`
  return result.count
}

export const listOfContact = (db: Queryable, kind: string, contactId: string): Promise<Registration[]> =>
  db<Registration[]>`
    select ${selected(db)}
    where registration.contact_id = ${contactId} and registration.subject like ${`${kind}:%`}
    order by registration.created_at desc, registration.id`

export async function deleteOfContact(tx: Transaction, kind: string, contactId: string): Promise<number> {
  const result = await tx`
    delete from platform.registrations where contact_id = ${contactId} and subject like ${`${kind}:%`}`
  return result.count
}

export async function renameOfContact(
  tx: Transaction,
  kind: string,
  { contactId, name }: { contactId: string; name: string },
): Promise<number> {
  const result = await tx`
    update platform.registrations set name = ${name}
    where contact_id = ${contactId} and name <> ${name} and subject like ${`${kind}:%`}`
  return result.count
}
