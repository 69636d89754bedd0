import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { CaseState, Channel } from './case-rules.ts'

export type PersonalCase = {
  id: string
  institutionId: string
  institutionName: string
  state: CaseState
  channel: Channel
  registerNumber: number | null
  registerYear: number | null
  printedNumber: string | null
  code: string | null
  about: string | null
  words: string | null
  name: string | null
  postal: string | null
  telephone: string | null
  email: string | null
  receivedAt: Date
}

const columns = (db: Queryable) => db`
  mine.id, mine.institution_id, mine.state, mine.channel, mine.register_number, mine.register_year, mine.printed_number,
  mine.code, mine.about, mine.words, sender.name, sender.postal, sender.telephone, sender.email, mine.received_at,
  (select name.name from platform.institution_names as name
   where name.institution_id = mine.institution_id and name.lang = 'sq' and name.valid_from <= current_date
   order by name.valid_from desc limit 1) as institution_name`

/** Confirmed by this contact, or sent from or with its address. */
const ofContact = (db: Queryable, contactId: string) => db`
  mine.erased_at is null and mine.id in (
    select id from platform.cases where contact_id = ${contactId}
    union select letter.case_id from platform.case_senders as letter
    join platform.contacts as contact on contact.email = letter.email where contact.id = ${contactId})`

export function listPersonalCases(db: Queryable, contactId: string): Promise<PersonalCase[]> {
  return db<PersonalCase[]>`
    select ${columns(db)} from platform.cases as mine left join platform.case_senders as sender on sender.case_id = mine.id
    where ${ofContact(db, contactId)} order by mine.received_at desc, mine.id`
}

export async function findPersonalCase(db: Queryable, id: string): Promise<PersonalCase | null> {
  return one(
    await db<PersonalCase[]>`
      select ${columns(db)} from platform.cases as mine left join platform.case_senders as sender on sender.case_id = mine.id
      where mine.id = ${id} and mine.erased_at is null`,
  )
}

/** Held in one order, so that erasing waits for a deed that is under way and the other way round. */
export async function holdPersonalCases(tx: Transaction, contactId: string): Promise<PersonalCase[]> {
  return tx<PersonalCase[]>`
    select ${columns(tx)} from platform.cases as mine left join platform.case_senders as sender on sender.case_id = mine.id
    where ${ofContact(tx, contactId)} order by mine.id for update of mine`
}

export function holdPersonalCase(tx: Transaction, id: string): Promise<PersonalCase[]> {
  return tx<PersonalCase[]>`
    select ${columns(tx)} from platform.cases as mine left join platform.case_senders as sender on sender.case_id = mine.id
    where mine.id = ${id} and mine.erased_at is null for update of mine`
}

/** Words, name and salt go together; number, dates and state stay as the place in the register. */
export async function eraseCase(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`delete from platform.case_senders where case_id = ${id}`
  await tx`
    update platform.cases set
      about = null, words = null, left_out = '[]', contact_id = null, token_digest = null, erased_at = ${at},
      changed_at = ${at}, version = version + 1
    where id = ${id}`
  await tx`
    update platform.case_points set title = null, words = null, answer = case when answer is null then null else '—' end,
      answer_reason = null, version = version + 1
    where case_id = ${id}`
  await tx`update platform.case_papers set about = null, words = null, left_out = '[]' where case_id = ${id}`
  await tx`
    update platform.incoming_mails set from_email = null, from_name = null, to_addresses = '{}', about = null, raw = null
    where case_id = ${id}`
}

/**
 * Letters of ours about a case repeat its words, its number and its code: they go with it. Legal notices stay, for they
 * prove that a person was told. Gives the numbers of all letters there ever were about it.
 */
export async function deleteLettersAbout(tx: Transaction, caseId: string): Promise<string[]> {
  await tx`
    delete from platform.mail_messages as letter using platform.case_letters as tie
    where tie.case_id = ${caseId} and letter.id = tie.letter_id and letter.kind <> 'legal'`
  const ties = await tx<{ letterId: string }[]>`select letter_id from platform.case_letters where case_id = ${caseId}`
  return ties.map(({ letterId }) => letterId)
}

/** Messages from this contact's address that became no case, among them those that wait to be sorted. */
export async function forgetMailsOf(tx: Transaction, contactId: string): Promise<void> {
  await tx`
    update platform.incoming_mails set raw = null, from_email = null, from_name = null, to_addresses = '{}', about = null
    where from_email = (select email from platform.contacts where id = ${contactId})`
}

/** One that was never confirmed was never counted: nothing of it is left. */
export async function deleteUncounted(tx: Transaction, id: string): Promise<void> {
  await tx`delete from platform.case_letters where case_id = ${id}`
  await tx`delete from platform.case_points where case_id = ${id}`
  await tx`delete from platform.case_senders where case_id = ${id}`
  await tx`delete from platform.cases where id = ${id}`
}

export async function renameSender(
  tx: Transaction,
  caseId: string,
  name: string,
  digest: Buffer | null,
): Promise<void> {
  await tx`update platform.case_senders set name = ${name}, digest = ${digest} where case_id = ${caseId}`
}

export async function countUnconfirmedCases(db: Queryable, sentBefore: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.cases where state = 'sent' and entered_at < ${sentBefore}`
  return row?.count ?? 0
}
