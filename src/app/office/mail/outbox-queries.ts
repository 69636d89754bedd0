import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { LetterKind, LetterState, SettledAs } from '#platform/mail/letter-rules.ts'
import type { Letter } from '#platform/mail/mail-queries.ts'

/** `institution` null: the installation's own letter, such as a sign-in code. */
export type OutboxLetter = Omit<Letter, 'messageId' | 'claimedAt'> & {
  institution: string | null
  zone: string
  endedAt: Date | null
  settledAs: SettledAs | null
  settledBy: string | null
}

/** `institutions` null: all of them, and the installation's own letters. */
export type Reach = { institutions: readonly string[] | null }

export type OutboxWish = Reach & {
  /** `waiting`: for somebody to decide. */
  state: LetterState | 'waiting' | null
  kind: LetterKind | null
  /** Written within this half-open interval. */
  from: Date | null
  to: Date | null
  /** Part of the recipient's address. Without an index: only for the demonstration's handful of letters. */
  recipient: string
  after: ListKey | null
  limit: number
}

/** Newest first. */
export function listOutbox(db: Queryable, lang: Lang, wish: OutboxWish): Promise<OutboxLetter[]> {
  const { state, kind, from, to, recipient, after, limit } = wish
  return db<OutboxLetter[]>`
    select ${letterColumns(db, lang)} from ${letterTables(db)}
    where ${within(db, wish)}
      ${state === 'waiting' ? db`and letter.state in ('uncertain', 'failed', 'bounced')` : db``}
      ${state !== null && state !== 'waiting' ? db`and letter.state = ${state}` : db``}
      ${kind ? db`and letter.kind = ${kind}` : db``}
      ${from ? db`and letter.created_at >= ${from}` : db``}
      ${to ? db`and letter.created_at < ${to}` : db``}
      ${recipient ? db`and position(${recipient} in letter.recipient) > 0` : db``}
      ${after ? db`and (letter.created_at, letter.id) < (${after.at}, ${after.id})` : db``}
    order by letter.created_at desc, letter.id desc
    limit ${limit}`
}

export async function findOutboxLetter(
  db: Queryable,
  lang: Lang,
  id: string,
  reach: Reach,
): Promise<OutboxLetter | null> {
  const [row] = await db<OutboxLetter[]>`
    select ${letterColumns(db, lang)} from ${letterTables(db)}
    where letter.id = ${id} and ${within(db, reach)}`
  return row ?? null
}

/** Letters that wait for somebody to decide. */
export async function countWaiting(db: Queryable, reach: Reach): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.mail_messages as letter
    where letter.state in ('uncertain', 'failed', 'bounced') and ${within(db, reach)}`
  return row?.count ?? 0
}

const within = (db: Queryable, { institutions }: Reach) =>
  institutions ? db`letter.institution_id = any(${[...institutions]}::uuid[])` : db`true`

const letterTables = (db: Queryable) => db`
  platform.mail_messages as letter
  left join platform.institutions as institution on institution.id = letter.institution_id
  left join platform.accounts as settler on settler.id = letter.settled_by_id`

const letterColumns = (db: Queryable, lang: Lang) => db`
  letter.id, letter.institution_id, letter.kind, letter.recipient, letter.lang, letter.subject, letter.body, letter.state,
  letter.attempts, letter.last_error, letter.created_at, letter.sent_at, letter.ended_at, letter.settled_as,
  settler.name as settled_by, coalesce(institution.zone, 'Europe/Tirane') as zone,
  (select name.name from platform.institution_names as name
   where name.institution_id = letter.institution_id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution`

export type LetterChange = { kind: string; at: Date; by: string | null }

/** What staff and the program have done with a letter, oldest first. */
export const listLetterChanges = (db: Queryable, subject: string): Promise<LetterChange[]> =>
  db<LetterChange[]>`
    select change.kind, change.at, account.name as by
    from platform.changes as change left join platform.accounts as account on account.id = change.by_account_id
    where change.subject = ${subject} order by change.id limit 100`
