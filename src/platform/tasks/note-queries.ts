import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

export type NewNote = {
  institutionId: string
  subject: string
  words: string
  byAccountId: string
  at: Date
  formId: string
}

/** Null when the same form has written it already. */
export async function insertNote(tx: Transaction, note: NewNote): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.notes (institution_id, subject, words, by_account_id, at, form_id)
      values (${note.institutionId}, ${note.subject}, ${note.words}, ${note.byAccountId}, ${note.at}, ${note.formId})
      on conflict (form_id) do nothing
      returning id`,
  )
  return row?.id ?? null
}

export async function insertMentions(
  tx: Transaction,
  note: { id: string; institutionId: string },
  accountIds: readonly string[],
): Promise<void> {
  await tx`
    insert into platform.note_mentions (note_id, institution_id, account_id)
    select ${note.id}, ${note.institutionId}, unnest(${[...accountIds]}::uuid[])`
}

export type NoteRow = {
  id: string
  institutionId: string
  /** Null once erased. */
  words: string | null
  byAccountId: string
  by: string
  at: Date
  mentions: string[]
}

/** Oldest first. The newest few hundred are more than anybody reads. */
export function listNotes(db: Queryable, subject: string): Promise<NoteRow[]> {
  return db<NoteRow[]>`
    select * from (
      select note.id, note.institution_id, note.words, note.by_account_id, account.name as by, note.at,
             coalesce((
               select json_agg(person.name order by person.name collate "sq-x-icu") from platform.note_mentions as mention
               join platform.accounts as person on person.id = mention.account_id where mention.note_id = note.id
             ), '[]') as mentions
      from platform.notes as note join platform.accounts as account on account.id = note.by_account_id
      where note.subject = ${subject} order by note.at desc, note.id desc limit 300
    ) as newest order by at, id`
}

export type MentionRow = { noteId: string; institutionId: string; subject: string; by: string; at: Date; zone: string }

/** What this official was named in and has not looked at. The words stay with the record. */
export function listUnseenMentions(db: Queryable, accountId: string): Promise<MentionRow[]> {
  return db<MentionRow[]>`
    select note.id as note_id, note.institution_id, note.subject, account.name as by, note.at, institution.zone
    from platform.note_mentions as mention
    join platform.notes as note on note.id = mention.note_id
    join platform.accounts as account on account.id = note.by_account_id
    join platform.institutions as institution on institution.id = note.institution_id
    where mention.account_id = ${accountId} and mention.seen_at is null and note.words is not null
    order by note.at desc, note.id desc limit 50`
}

/** Their own alone; false when there is none to see. */
export async function setMentionSeen(tx: Transaction, noteId: string, accountId: string, at: Date): Promise<boolean> {
  const result = await tx`
    update platform.note_mentions set seen_at = ${at}
    where note_id = ${noteId} and account_id = ${accountId} and seen_at is null`
  return result.count === 1
}

export const lockNote = async (
  tx: Transaction,
  id: string,
): Promise<{ institutionId: string; subject: string; erased: boolean } | null> =>
  one(
    await tx<{ institutionId: string; subject: string; erased: boolean }[]>`
      select institution_id, subject, words is null as erased from platform.notes where id = ${id} for update`,
  )

export async function eraseNoteWords(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update platform.notes set words = null, erased_at = ${at} where id = ${id}`
}
