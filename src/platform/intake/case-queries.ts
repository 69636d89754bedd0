import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { CivilDate } from '../time/civil-date.ts'
import type { CaseState, Channel } from './case-rules.ts'

export type LeftOut = { name: string; why: string }

export type NewCase = {
  institutionId: string
  submissionId: string
  channel: Channel
  lang: Lang
  about: string
  words: string | null
  leftOut: readonly LeftOut[]
  printedNumber: string | null
  protocolNumber: string | null
  protocolOn: CivilDate | null
  happenedOn: CivilDate | null
  receivedAt: Date
  receivedTo: 'minute' | 'day'
  registeredPost: boolean
  filedOn: CivilDate
  contactId: string | null
  tokenDigest: Buffer | null
  enteredBy: string | null
  takenOver: boolean
  now: Date
}

/** Its id; null when the same form was entered before. It has no number yet: that is taken last. */
export async function insertCase(tx: Transaction, entry: NewCase): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.cases
        (institution_id, submission_id, channel, lang, about, words, left_out, printed_number, protocol_number, protocol_on,
         happened_on, received_at, received_to, registered_post, filed_on, contact_id, token_digest, entered_by,
         taken_over, state, entered_at, changed_at)
      values (${entry.institutionId}, ${entry.submissionId}, ${entry.channel}, ${entry.lang}, ${entry.about}, ${entry.words},
              ${tx.json(entry.leftOut as LeftOut[])}, ${entry.printedNumber}, ${entry.protocolNumber}, ${entry.protocolOn},
              ${entry.happenedOn}, ${entry.receivedAt}, ${entry.receivedTo}, ${entry.registeredPost}, ${entry.filedOn},
              ${entry.contactId}, ${entry.tokenDigest}, ${entry.enteredBy}, ${entry.takenOver}, 'sent',
              ${entry.now}, ${entry.now})
      on conflict (submission_id) do nothing
      returning id`,
  )
  return row?.id ?? null
}

export type Sender = { name: string | null; postal: string | null; telephone: string | null; email: string | null }

export async function insertSender(
  tx: Transaction,
  sender: Sender & { caseId: string; institutionId: string; salt: Buffer; digest: Buffer | null },
): Promise<void> {
  await tx`
    insert into platform.case_senders (case_id, institution_id, name, postal, telephone, email, salt, digest)
    values (${sender.caseId}, ${sender.institutionId}, ${sender.name}, ${sender.postal}, ${sender.telephone},
            ${sender.email}, ${sender.salt}, ${sender.digest})`
}

export async function updateSender(
  tx: Transaction,
  sender: Sender & { caseId: string; digest: Buffer | null },
): Promise<void> {
  await tx`
    update platform.case_senders set
      name = ${sender.name}, postal = ${sender.postal}, telephone = ${sender.telephone}, email = ${sender.email},
      digest = ${sender.digest}
    where case_id = ${sender.caseId}`
}

/** The next number of the register, without gaps: taken as the last lock, given back if the deed fails. */
export async function nextCaseNumber(tx: Transaction, institutionId: string, year: number): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into platform.counters (institution_id, register, year, next) values (${institutionId}, 'cases', ${year}, 2)
    on conflict (institution_id, register, year) do update set next = counters.next + 1
    returning next - 1 as number`
  if (!row) throw new Error('An upsert gives a row')
  return row.number
}

/** After an import the register goes on behind the highest number that was printed; it never goes back. */
export async function raiseCounter(tx: Transaction, institutionId: string, year: number, next: number): Promise<void> {
  await tx`
    insert into platform.counters (institution_id, register, year, next) values (${institutionId}, 'cases', ${year}, ${next})
    on conflict (institution_id, register, year) do update set next = greatest(counters.next, excluded.next)`
}

export async function countCase(
  tx: Transaction,
  id: string,
  counted: { state: CaseState; year: number | null; number: number | null; code: string; now: Date },
): Promise<void> {
  await tx`
    update platform.cases set
      state = ${counted.state}, register_year = ${counted.year}, register_number = ${counted.number},
      code = ${counted.code}, changed_at = ${counted.now}
    where id = ${id}`
}

/** As much of a case as a deed needs to decide. */
export type HeldCase = {
  id: string
  institutionId: string
  state: CaseState
  version: number
  channel: Channel
  lang: Lang
  about: string | null
  words: string | null
  registerNumber: number | null
  registerYear: number | null
  printedNumber: string | null
  code: string | null
  protocolNumber: string | null
  protocolOn: CivilDate | null
  happenedOn: CivilDate | null
  receivedAt: Date
  receivedTo: 'minute' | 'day'
  registeredPost: boolean
  filedOn: CivilDate
  dueOn: CivilDate | null
  /** While the clock is open: the day its officials work to. */
  workBy: CivilDate | null
  ownerAccountId: string | null
  ownerRole: string | null
  duplicateOf: string | null
  transferredTo: string | null
  contactId: string | null
  acknowledgedAt: Date | null
  enteredAt: Date
  closedAt: Date | null
  takenOver: boolean
  jurisdiction: Jurisdiction
  zone: string
  institutionName: string
  name: string | null
  postal: string | null
  telephone: string | null
  email: string | null
}

const heldColumns = (db: Queryable) => db`
  held.id, held.institution_id, held.state, held.version, held.channel, held.lang, held.about, held.words,
  held.register_number, held.register_year, held.printed_number, held.code, held.protocol_number, held.protocol_on,
  held.happened_on, held.received_at, held.received_to, held.registered_post, held.filed_on, deadline.due_on,
  case when deadline.state in ('running', 'paused') then deadline.work_by end as work_by, held.owner_account_id,
  held.owner_role, held.duplicate_of, held.transferred_to, held.contact_id, held.acknowledged_at, held.entered_at,
  held.closed_at, held.taken_over, institution.jurisdiction, institution.zone, (select name.name from platform.institution_names as name
    where name.institution_id = institution.id and name.lang in (held.lang, 'sq') and name.valid_from <= current_date
    order by (name.lang = held.lang) desc, name.valid_from desc limit 1) as institution_name,
  sender.name, sender.postal, sender.telephone, sender.email`

const heldTables = (db: Queryable) => db`
  platform.cases as held
  join platform.institutions as institution on institution.id = held.institution_id
  left join platform.case_senders as sender on sender.case_id = held.id
  left join platform.deadlines as deadline on deadline.subject = 'intake.case:' || held.id and deadline.slot = 'answer'
    and deadline.state <> 'cancelled'`

/** The case, held until the transaction ends: whoever comes second sees what the first has done. */
export const holdCase = async (tx: Transaction, id: string): Promise<HeldCase | null> =>
  one(await tx<HeldCase[]>`select ${heldColumns(tx)} from ${heldTables(tx)} where held.id = ${id} for update of held`)

export const holdCaseByToken = async (tx: Transaction, digest: Buffer): Promise<HeldCase | null> =>
  one(
    await tx<HeldCase[]>`
      select ${heldColumns(tx)} from ${heldTables(tx)} where held.token_digest = ${digest} for update of held`,
  )

export const findCaseByToken = async (db: Queryable, digest: Buffer): Promise<HeldCase | null> =>
  one(await db<HeldCase[]>`select ${heldColumns(db)} from ${heldTables(db)} where held.token_digest = ${digest}`)

export const findCaseBySubmission = async (db: Queryable, submissionId: string): Promise<HeldCase | null> =>
  one(await db<HeldCase[]>`select ${heldColumns(db)} from ${heldTables(db)} where held.submission_id = ${submissionId}`)

export const findCaseByCode = async (db: Queryable, code: string): Promise<HeldCase | null> =>
  one(
    await db<HeldCase[]>`
      select ${heldColumns(db)} from ${heldTables(db)} where held.code = ${code} and held.state <> 'sent'`,
  )

export type CaseChange = Partial<{
  state: CaseState
  stateReason: string | null
  about: string
  words: string | null
  protocolNumber: string | null
  protocolOn: CivilDate | null
  happenedOn: CivilDate | null
  receivedAt: Date
  receivedTo: 'minute' | 'day'
  registeredPost: boolean
  filedOn: CivilDate
  ownerAccountId: string | null
  ownerRole: string | null
  duplicateOf: string | null
  transferredTo: string | null
  acknowledgedAt: Date
  answeredAt: Date | null
  closedAt: Date | null
}>

/** Writes the columns named and raises the version, so that a page that showed the earlier state is told. */
export async function updateCase(tx: Transaction, id: string, change: CaseChange, now: Date): Promise<void> {
  await tx`
    update platform.cases set ${tx({ ...change, changedAt: now })}, version = version + 1 where id = ${id}`
}

/** Not a change of the case: only that the receipt went out. */
export async function markAcknowledged(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`update platform.cases set acknowledged_at = ${now} where id = ${id}`
}

export async function insertCaseLetter(
  tx: Transaction,
  letter: { letterId: string; institutionId: string; caseId: string },
): Promise<void> {
  await tx`
    insert into platform.case_letters (letter_id, institution_id, case_id)
    values (${letter.letterId}, ${letter.institutionId}, ${letter.caseId}) on conflict (letter_id) do nothing`
}

export async function isCaseLetterWritten(tx: Transaction, caseId: string, subject: string): Promise<boolean> {
  const rows = await tx`
    select from platform.case_letters as letter
    join platform.mail_messages as message on message.id = letter.letter_id
    where letter.case_id = ${caseId} and message.subject = ${subject} limit 1`
  return rows.length > 0
}

/** The case about which one of these letters of ours was written. */
export async function findCaseOfLetters(db: Queryable, letterIds: readonly string[]): Promise<string | null> {
  const row = one(
    await db<{ caseId: string }[]>`
      select case_id from platform.case_letters where letter_id = any(${letterIds as string[]}::uuid[]) limit 1`,
  )
  return row?.caseId ?? null
}

/** Who is written to is known by an address; the contact is made when it is not there. */
export async function contactIdOf(tx: Transaction, email: string, lang: Lang, now: Date): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.contacts (email, lang, created_at) values (${email}, ${lang}, ${now})
    on conflict (email) do update set email = excluded.email
    returning id`
  if (!row) throw new Error('An upsert gives a row')
  return row.id
}

export async function setContact(tx: Transaction, id: string, contactId: string): Promise<void> {
  await tx`update platform.cases set contact_id = ${contactId} where id = ${id}`
}

export async function confirmContactOf(tx: Transaction, contactId: string, now: Date): Promise<void> {
  await tx`update platform.contacts set confirmed_at = coalesce(confirmed_at, ${now}) where id = ${contactId}`
}

export type NewPaper = {
  institutionId: string
  caseId: string
  submissionId: string
  channel: Channel
  about: string | null
  words: string | null
  leftOut: readonly LeftOut[]
  protocolNumber: string | null
  protocolOn: CivilDate | null
  receivedAt: Date
  enteredBy: string | null
  now: Date
}

/** Null when the same form was entered before. */
export async function insertPaper(tx: Transaction, paper: NewPaper): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.case_papers
        (institution_id, case_id, submission_id, channel, about, words, left_out, protocol_number, protocol_on, received_at,
         entered_at, entered_by)
      values (${paper.institutionId}, ${paper.caseId}, ${paper.submissionId}, ${paper.channel}, ${paper.about},
              ${paper.words}, ${tx.json(paper.leftOut as LeftOut[])}, ${paper.protocolNumber}, ${paper.protocolOn},
              ${paper.receivedAt}, ${paper.now}, ${paper.enteredBy})
      on conflict (submission_id) do nothing
      returning id`,
  )
  return row?.id ?? null
}
