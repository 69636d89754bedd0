import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { ListKey } from '../lists/list-key.ts'
import type { MailKind } from './incoming-mail-rules.ts'

export type NewIncomingMail = {
  institutionId: string | null
  mailbox: string
  uidValidity: string
  uid: number
  messageId: string
  contentDigest: string
  kind: MailKind
  why: string | null
  fromEmail: string | null
  fromName: string | null
  toAddresses: readonly string[]
  about: string
  size: number
  sentAt: Date | null
  receivedAt: Date
  takenAt: Date
  raw: Uint8Array | null
}

/** Its id; null when this very message was taken before. */
export async function insertIncomingMail(tx: Transaction, mail: NewIncomingMail): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.incoming_mails
        (institution_id, mailbox, uid_validity, uid, message_id, content_digest, kind, why, from_email, from_name,
         to_addresses, about, size, sent_at, received_at, taken_at, raw)
      values (${mail.institutionId}, ${mail.mailbox}, ${mail.uidValidity}, ${mail.uid}, ${mail.messageId},
              ${mail.contentDigest}, ${mail.kind}, ${mail.why}, ${mail.fromEmail}, ${mail.fromName},
              ${mail.toAddresses as string[]}, ${mail.about}, ${mail.size}, ${mail.sentAt}, ${mail.receivedAt},
              ${mail.takenAt}, ${mail.raw === null ? null : Buffer.from(mail.raw)})
      on conflict (mailbox, uid_validity, uid, institution_id) do nothing
      returning id`,
  )
  return row?.id ?? null
}

/** Two processes that read the same mailbox at once decide about the same Message-ID one after the other. */
export async function lockMessageId(tx: Transaction, messageId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`intake.mail ${messageId}`}, 0))`
}

export async function tieMailToCase(tx: Transaction, id: string, caseId: string): Promise<void> {
  await tx`update platform.incoming_mails set case_id = ${caseId} where id = ${id}`
}

export async function noteBounce(tx: Transaction, id: string, letterId: string): Promise<void> {
  await tx`update platform.incoming_mails set bounced_letter = ${letterId} where id = ${id}`
}

/** Which of these numbers of a mailbox were taken. */
export async function listTakenUids(
  db: Queryable,
  mailbox: string,
  uidValidity: string,
  uids: readonly number[],
): Promise<number[]> {
  const rows = await db<{ uid: number }[]>`
    select distinct uid::int as uid from platform.incoming_mails
    where mailbox = ${mailbox} and uid_validity = ${uidValidity} and uid = any(${uids as number[]}::bigint[])`
  return rows.map((row) => row.uid)
}

/** The case that the same letter by another way has become, or null. */
export async function findSameMail(
  db: Queryable,
  same: { messageId: string; contentDigest: string; institutionId: string },
): Promise<string | null> {
  const row = one(
    await db<{ caseId: string }[]>`
      select case_id from platform.incoming_mails
      where message_id = ${same.messageId} and content_digest = ${same.contentDigest}
        and institution_id = ${same.institutionId} and case_id is not null limit 1`,
  )
  return row?.caseId ?? null
}

export type AddressOwner = { email: string; institutionId: string }

/** Addresses of posts, and whose they are. Of institutions that were not closed. */
export function listAddressOwners(db: Queryable): Promise<AddressOwner[]> {
  return db<AddressOwner[]>`
    select lower(address.email) as email, address.institution_id from platform.role_addresses as address
    join platform.institutions as institution on institution.id = address.institution_id
    where institution.closed_on is null`
}

/** The one institution of the installation; null when there are several. */
export async function findOnlyInstitution(db: Queryable): Promise<string | null> {
  const rows = await db<{ id: string }[]>`select id from platform.institutions where closed_on is null limit 2`
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

export async function zoneOf(db: Queryable, institutionId: string): Promise<string | null> {
  const row = one(await db<{ zone: string }[]>`select zone from platform.institutions where id = ${institutionId}`)
  return row?.zone ?? null
}

/** A message that became no case: to be sorted, or set aside. */
export type WaitingMail = {
  id: string
  institutionId: string | null
  kind: MailKind
  why: string | null
  fromEmail: string | null
  fromName: string | null
  toAddresses: string[]
  about: string | null
  size: number
  receivedAt: Date
  takenAt: Date
  caseId: string | null
  kept: boolean
}

const columns = (db: Queryable) => db`
  mail.id, mail.institution_id, mail.kind, mail.why, mail.from_email, mail.from_name, mail.to_addresses, mail.about,
  mail.size, mail.received_at, mail.taken_at, mail.case_id, mail.raw is not null as kept`

/** Nobody's yet, oldest first: what waits longest comes first. */
export function listUnsorted(db: Queryable, limit: number): Promise<WaitingMail[]> {
  return db<WaitingMail[]>`
    select ${columns(db)} from platform.incoming_mails as mail
    where mail.raw is not null and mail.institution_id is null order by mail.taken_at, mail.id limit ${limit}`
}

/** What was recognised as no letter, newest first. */
export function listSetAside(
  db: Queryable,
  wanted: { institutions: readonly string[] | null; before: ListKey | null; limit: number },
): Promise<WaitingMail[]> {
  const { institutions, before, limit } = wanted
  return db<WaitingMail[]>`
    select ${columns(db)} from platform.incoming_mails as mail
    where mail.kind <> 'letter' and mail.institution_id is not null
      ${institutions ? db`and mail.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${before ? db`and (mail.taken_at, mail.id) < (${before.at}, ${before.id})` : db``}
    order by mail.taken_at desc, mail.id desc limit ${limit}`
}

export type HeldMail = WaitingMail & {
  mailbox: string
  uidValidity: string
  uid: number
  sentAt: Date | null
  raw: Uint8Array | null
}

export const holdMail = async (tx: Transaction, id: string): Promise<HeldMail | null> =>
  one(
    await tx<HeldMail[]>`
      select ${columns(tx)}, mail.mailbox, mail.uid_validity::text as uid_validity, mail.uid::int as uid, mail.sent_at, mail.raw
      from platform.incoming_mails as mail where mail.id = ${id} for update`,
  )

export async function settleMail(
  tx: Transaction,
  id: string,
  settled: { institutionId: string; kind: MailKind; caseId: string | null; by: string; at: Date },
): Promise<void> {
  await tx`
    update platform.incoming_mails set
      institution_id = ${settled.institutionId}, kind = ${settled.kind}, case_id = ${settled.caseId}, raw = null,
      sorted_by = ${settled.by}, sorted_at = ${settled.at}
    where id = ${id}`
}

/** What was set aside long ago: who sent it and what it said go, that it was there stays. */
export async function forgetMailsBefore(db: Queryable, before: Date): Promise<number> {
  const result = await db`
    update platform.incoming_mails set
      raw = null, from_email = null, from_name = null, to_addresses = '{}', about = null
    where id in (
      select id from platform.incoming_mails
      where taken_at < ${before} and from_email is not null and institution_id is not null order by taken_at limit 1000)`
  return result.count
}

export async function countMailsBefore(db: Queryable, before: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.incoming_mails
    where taken_at < ${before} and from_email is not null and institution_id is not null`
  return row?.count ?? 0
}
