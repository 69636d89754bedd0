import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { LetterState } from '../mail/letter-rules.ts'

export type Contact = { id: string; email: string; lang: Lang; createdAt: Date; confirmedAt: Date | null }

const contact = (db: Queryable) => db`select id, email, lang, created_at, confirmed_at from platform.contacts`

export async function findContact(db: Queryable, id: string): Promise<Contact | null> {
  return one(await db<Contact[]>`${contact(db)} where id = ${id}`)
}

export async function findContactByEmail(db: Queryable, email: string): Promise<Contact | null> {
  return one(await db<Contact[]>`${contact(db)} where email = ${email.toLowerCase()}`)
}

/** Locked until the transaction ends; null when it was erased meanwhile. */
export async function holdContact(tx: Transaction, id: string): Promise<Contact | null> {
  return one(await tx<Contact[]>`${contact(tx)} where id = ${id} for update`)
}

export async function setContactLang(tx: Transaction, id: string, lang: Lang): Promise<void> {
  await tx`update platform.contacts set lang = ${lang} where id = ${id}`
}

/** False when the address belongs to somebody else here, or to an official, who signs in with it as such. */
export async function setContactEmail(tx: Transaction, id: string, email: string): Promise<boolean> {
  const result = await tx`
    update platform.contacts set email = ${email}
    where id = ${id} and not exists (select from platform.contacts as other where other.email = ${email} and other.id <> ${id})
      and not exists (select from platform.accounts as account where account.email = ${email} and account.ended_at is null)`
  return result.count === 1
}

export type OwnLetter = {
  id: string
  institution: string | null
  subject: string
  state: LetterState
  createdAt: Date
  sentAt: Date | null
}

/** Letters to an address, newest first. */
export function listLettersTo(db: Queryable, lang: Lang, email: string): Promise<OwnLetter[]> {
  return db<OwnLetter[]>`
    select letter.id, letter.subject, letter.state, letter.created_at, letter.sent_at,
           (select name.name from platform.institution_names as name
            where name.institution_id = letter.institution_id and name.lang in (${lang}, 'sq')
            order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution
    from platform.mail_messages as letter where lower(letter.recipient) = ${email.toLowerCase()}
    order by letter.created_at desc, letter.id desc limit 500`
}

/** Legal notices alone stay: they prove that a person was told, and what follows from it in law. */
export async function deleteLettersTo(tx: Transaction, email: string): Promise<number> {
  const result = await tx`
    delete from platform.mail_messages where lower(recipient) = ${email.toLowerCase()} and kind <> 'legal'`
  return result.count
}

export async function countLegalLettersTo(db: Queryable, email: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.mail_messages
    where lower(recipient) = ${email.toLowerCase()} and kind = 'legal'`
  return row?.count ?? 0
}

export async function countAccessesTo(db: Queryable, contactId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.accesses where contact_id = ${contactId}`
  return row?.count ?? 0
}

export type OwnSession = { agent: string; createdAt: Date; lastSeenAt: Date; endedAt: Date | null }

export function listSessionsOf(db: Queryable, contactId: string): Promise<OwnSession[]> {
  return db<OwnSession[]>`
    select agent, created_at, last_seen_at, ended_at from platform.sessions where contact_id = ${contactId}
    order by created_at desc limit 100`
}

export async function endSessionsOf(
  tx: Transaction,
  contactId: string,
  except: string | null,
  at: Date,
): Promise<void> {
  await tx`
    update platform.sessions set ended_at = ${at}, expires_at = least(expires_at, ${at}::timestamptz)
    where contact_id = ${contactId} and ended_at is null and id is distinct from ${except}`
}

/** What is the platform's own: sign-ins and codes. The contact itself goes last, and takes consents and asks with it. */
export async function deleteContact(tx: Transaction, { id, email }: Contact): Promise<void> {
  await tx`delete from platform.sessions where contact_id = ${id}`
  await tx`delete from platform.sign_in_codes where email = ${email}`
  await tx`delete from platform.contacts where id = ${id}`
}

export type NewAsk = {
  contactId: string
  kind: 'address' | 'erase'
  email: string | null
  secretDigest: Buffer
  askedAt: Date
  expiresAt: Date
}

/** Only the newest of a kind is alive. */
export async function insertAsk(tx: Transaction, ask: NewAsk): Promise<void> {
  await tx`
    update platform.contact_asks set expires_at = ${ask.askedAt}
    where contact_id = ${ask.contactId} and kind = ${ask.kind} and used_at is null and expires_at > ${ask.askedAt}`
  await tx`
    insert into platform.contact_asks (contact_id, kind, email, secret_digest, asked_at, expires_at)
    values (${ask.contactId}, ${ask.kind}, ${ask.email}, ${ask.secretDigest}, ${ask.askedAt}, ${ask.expiresAt})`
}

export type AddressAsk = { id: string; contactId: string; email: string; before: string; lang: Lang }

export async function findAddressAsk(db: Queryable, secretDigest: Buffer, now: Date): Promise<AddressAsk | null> {
  return one(
    await db<AddressAsk[]>`
      select ask.id, ask.contact_id, ask.email, contact.email as before, contact.lang
      from platform.contact_asks as ask join platform.contacts as contact on contact.id = ask.contact_id
      where ask.kind = 'address' and ask.secret_digest = ${secretDigest} and ask.used_at is null and ask.expires_at > ${now}`,
  )
}

/** Takes one try at the newest code, before anybody compares. Null: none is alive. */
export async function tryEraseAsk(
  tx: Transaction,
  contactId: string,
  maxTries: number,
  now: Date,
): Promise<{ id: string; secretDigest: Buffer } | null> {
  return one(
    await tx<{ id: string; secretDigest: Buffer }[]>`
      update platform.contact_asks set tries = tries + 1
      where id = (select id from platform.contact_asks
                  where contact_id = ${contactId} and kind = 'erase' and used_at is null and expires_at > ${now}
                  order by asked_at desc limit 1)
        and used_at is null and expires_at > ${now} and tries < ${maxTries}
      returning id, secret_digest`,
  )
}

export async function useAsk(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const result = await tx`update platform.contact_asks set used_at = ${now} where id = ${id} and used_at is null`
  return result.count === 1
}
