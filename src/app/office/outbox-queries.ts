import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { Letter } from '#platform/mail/mail-queries.ts'

/** `institution` null: the installation's own letter, such as a sign-in code. */
export type OutboxLetter = Omit<Letter, 'messageId' | 'claimedAt'> & { institution: string | null; zone: string }

/** `institutions` null: all of them, and the installation's own letters. */
export type Reach = { institutions: readonly string[] | null }

type Wanted = Reach & {
  state: 'uncertain' | 'settled' | 'any'
  /** Part of the recipient's address. Without an index: only for the demonstration's handful of letters. */
  recipient: string
  after: ListKey | null
  limit: number
}

/** Newest first. */
export function listOutbox(db: Queryable, lang: Lang, wanted: Wanted): Promise<OutboxLetter[]> {
  const { state, recipient, after, limit } = wanted
  return db<OutboxLetter[]>`
    select ${letterColumns(db, lang)} from platform.mail_messages as letter
    left join platform.institutions as institution on institution.id = letter.institution_id
    where ${within(db, wanted)}
      ${state === 'uncertain' ? db`and letter.state = 'uncertain'` : db``}
      ${state === 'settled' ? db`and letter.state <> 'uncertain'` : db``}
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
    select ${letterColumns(db, lang)} from platform.mail_messages as letter
    left join platform.institutions as institution on institution.id = letter.institution_id
    where letter.id = ${id} and ${within(db, reach)}`
  return row ?? null
}

export async function countUncertain(db: Queryable, reach: Reach): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.mail_messages as letter
    where letter.state = 'uncertain' and ${within(db, reach)}`
  return row?.count ?? 0
}

const within = (db: Queryable, { institutions }: Reach) =>
  institutions ? db`letter.institution_id = any(${[...institutions]}::uuid[])` : db`true`

const letterColumns = (db: Queryable, lang: Lang) => db`
  letter.id, letter.institution_id, letter.kind, letter.recipient, letter.lang, letter.subject, letter.body, letter.state,
  letter.attempts, letter.last_error, letter.created_at, letter.sent_at, coalesce(institution.zone, 'Europe/Tirane') as zone,
  (select name.name from platform.institution_names as name
   where name.institution_id = letter.institution_id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution`
