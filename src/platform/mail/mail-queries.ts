import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import { MOST_SENDINGS, type LetterKind, type LetterState, type SettledAs } from './letter-rules.ts'

export type Letter = {
  id: string
  institutionId: string | null
  messageId: string
  kind: LetterKind
  recipient: string
  lang: Lang
  subject: string
  /** Null once it is erased. */
  body: string | null
  /** Where whoever subscribed to it leaves with one click; null: nobody subscribes to it, or it is erased. */
  leaveUrl?: string | null
  state: LetterState
  attempts: number
  lastError: string | null
  createdAt: Date
  claimedAt: Date | null
  sentAt: Date | null
}

const columns = (db: Queryable) => db`
  id, institution_id, message_id, kind, recipient, lang, subject, body, leave_url, state, attempts, last_error,
  created_at, claimed_at, sent_at`

export type NewLetter = Pick<
  Letter,
  'id' | 'institutionId' | 'messageId' | 'kind' | 'recipient' | 'lang' | 'subject'
> & {
  body: string
  createdAt: Date
}

/**
 * With the job that sends it: neither is ever there without the other. Between the words of its institution, as
 * `withPhrases` puts them.
 *
 * The job is as new as the letter, so that nobody need look for another one with its key, which would take twice as long:
 * that is what `unsafe_dedupe` means here. An unhurried letter wakes no worker. Waking is a NOTIFY, and transactions that
 * notify are committed one after the other, each with the disk to itself: a hundred a second where it takes ten
 * milliseconds, however many write at once. `add_job` cannot do without, so the row is written here; should the table ever
 * change its shape, a test fails, and a letter whose job is missing is found by `mail.find-forgotten`.
 */
export async function insertLetterAndJob(tx: Transaction, letter: NewLetter, unhurried: boolean): Promise<void> {
  await tx`
    with letter as (
      insert into platform.mail_messages
        (id, institution_id, message_id, kind, recipient, lang, subject, body, created_at)
      select draft.*, concat_ws(E'\n\n', nullif(phrases.opening, ''), nullif(${letter.body}, ''), nullif(phrases.closing, '')),
             ${letter.createdAt}
      from (values (${letter.id}::uuid, ${letter.institutionId}::uuid, ${letter.messageId}, ${letter.kind}, ${letter.recipient},
                    ${letter.lang}, ${letter.subject})) as draft (id, institution_id, message_id, kind, recipient, lang, subject)
      left join platform.mail_phrases as phrases
        on phrases.institution_id = draft.institution_id and phrases.lang = draft.lang
      returning id)
    ${
      unhurried
        ? tx`
    insert into graphile_worker._private_jobs (task_id, payload, max_attempts, key)
    select task.id, json_build_object('id', letter.id), ${MOST_SENDINGS}, 'mail.send:' || letter.id
    from letter join graphile_worker._private_tasks as task on task.identifier = 'mail.send'`
        : tx`
    select 1 from letter cross join lateral graphile_worker.add_job(
      'mail.send', json_build_object('id', letter.id), max_attempts => ${MOST_SENDINGS}::int,
      job_key => 'mail.send:' || letter.id, job_key_mode => 'unsafe_dedupe')`
    }`
}

export const findLetter = async (db: Queryable, id: string): Promise<Letter | null> =>
  one(await db<Letter[]>`select ${columns(db)} from platform.mail_messages where id = ${id}`)

/** Where a page of the list begins: after this letter. */
export type LetterCursor = { createdAt: Date; id: string }

/** Newest first. `institutions` null means all, and the letters of the installation itself. */
export function listLetters(
  db: Queryable,
  wanted: { institutions: readonly string[] | null; state?: LetterState; before?: LetterCursor; limit: number },
): Promise<Letter[]> {
  const { institutions, state, before, limit } = wanted
  return db<Letter[]>`
    select ${columns(db)} from platform.mail_messages
    where true
      ${institutions ? db`and institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${state ? db`and state = ${state}` : db``}
      ${before ? db`and (created_at, id) < (${before.createdAt}, ${before.id})` : db``}
    order by created_at desc, id desc
    limit ${limit}`
}

/** One statement: of any number that ask, one gets the letter and the others nothing. */
export const claimLetter = async (db: Queryable, id: string, now: Date): Promise<Letter | null> =>
  one(
    await db<Letter[]>`
      update platform.mail_messages
      set state = 'claimed', claimed_at = ${now}, attempts = attempts + 1
      where id = ${id} and state = 'queued'
      returning ${columns(db)}`,
  )

/** Whoever settles a claim names it: a letter that was claimed again in the meantime is not theirs any more. */
export type Claim = { id: string; attempts: number }

export async function markSent(db: Queryable, claim: Claim, now: Date): Promise<void> {
  await db`
    update platform.mail_messages set state = 'sent', sent_at = ${now}, last_error = null
    where id = ${claim.id} and attempts = ${claim.attempts} and state <> 'sent'`
}

export async function markNotSent(
  db: Queryable,
  claim: Claim,
  state: 'queued' | 'uncertain' | 'failed',
  why: string,
): Promise<boolean> {
  const result = await db`
    update platform.mail_messages set state = ${state}, last_error = ${why}, claimed_at = null
    where id = ${claim.id} and attempts = ${claim.attempts} and state = 'claimed'`
  return result.count === 1
}

/** Letters that somebody claimed and then fell silent. */
export function listClaimedBefore(db: Queryable, moment: Date): Promise<Letter[]> {
  return db<Letter[]>`
    select ${columns(db)} from platform.mail_messages
    where state = 'claimed' and claimed_at < ${moment}
    order by created_at limit 200`
}

/** Letters that wait without a job: written while there was no mail server, or their job was lost. */
export async function listForgottenBefore(db: Queryable, moment: Date): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select letter.id from platform.mail_messages as letter
    where letter.state = 'queued' and letter.created_at < ${moment}
      and not exists (
        select from graphile_worker.jobs as job
        where job.key = 'mail.send:' || letter.id and job.attempts < job.max_attempts)
    order by letter.created_at limit 200`
  return rows.map((row) => row.id)
}

/**
 * Back into the queue; false when the letter is not one that waits for a decision. One that came back goes out again only
 * while its words are still there.
 */
export async function queueAgain(tx: Transaction, id: string): Promise<boolean> {
  const result = await tx`
    update platform.mail_messages set state = 'queued', claimed_at = null, sent_at = null, ended_at = null
    where id = ${id} and state in ('uncertain', 'failed', 'bounced') and body is not null`
  return result.count === 1
}

export type LockedLetter = Pick<Letter, 'id' | 'institutionId' | 'state' | 'subject' | 'lang' | 'body'>

const lockedColumns = (db: Queryable) => db`id, institution_id, state, subject, lang, body`

export const lockLetter = async (tx: Transaction, id: string): Promise<LockedLetter | null> =>
  one(await tx<LockedLetter[]>`select ${lockedColumns(tx)} from platform.mail_messages where id = ${id} for update`)

export const lockLetterByMessageId = async (tx: Transaction, messageId: string): Promise<LockedLetter | null> =>
  one(
    await tx<LockedLetter[]>`
      select ${lockedColumns(tx)} from platform.mail_messages where message_id = ${messageId} for update`,
  )

export async function setBounced(tx: Transaction, id: string, why: string, at: Date): Promise<void> {
  await tx`
    update platform.mail_messages set state = 'bounced', last_error = ${why}, claimed_at = null, ended_at = ${at}
    where id = ${id}`
}

/** Nobody waits for it any more. */
export async function setSettled(
  tx: Transaction,
  id: string,
  as: SettledAs,
  byId: string | null,
  at: Date,
): Promise<void> {
  await tx`
    update platform.mail_messages
    set state = 'settled', settled_as = ${as}, settled_by_id = ${byId}, claimed_at = null, ended_at = ${at}
    where id = ${id}`
}

/** Letters that have waited for a decision since before a moment, and that nobody took. */
export async function listUndecidedBefore(db: Queryable, moment: Date): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from platform.mail_messages
    where state in ('uncertain', 'failed', 'bounced') and created_at < ${moment} order by created_at limit 500`
  return rows.map((row) => row.id)
}

export async function eraseBodiesEndedBefore(db: Queryable, moment: Date): Promise<number> {
  const result = await db`
    update platform.mail_messages set body = null, leave_url = null
    where id in (
      select id from platform.mail_messages
      where body is not null and ended_at is not null and ended_at < ${moment} order by ended_at limit 5000)`
  return result.count
}

export async function eraseBodiesSentBefore(db: Queryable, moment: Date): Promise<number> {
  const result = await db`
    update platform.mail_messages set body = null, leave_url = null
    where id in (
      select id from platform.mail_messages
      where body is not null and state = 'sent' and sent_at < ${moment} order by sent_at limit 5000)`
  return result.count
}

/** Letters that were sent and are no legal notice, with their addresses. */
export async function deleteSentBefore(db: Queryable, moment: Date): Promise<number> {
  const result = await db`
    delete from platform.mail_messages
    where id in (
      select id from platform.mail_messages
      where state = 'sent' and kind <> 'legal' and sent_at < ${moment} order by sent_at limit 5000)`
  return result.count
}

/** The same for those that were given up or came back. */
export async function deleteEndedBefore(db: Queryable, moment: Date): Promise<number> {
  const result = await db`
    delete from platform.mail_messages
    where id in (
      select id from platform.mail_messages
      where state = 'settled' and kind <> 'legal' and ended_at < ${moment} order by ended_at limit 5000)`
  return result.count
}
