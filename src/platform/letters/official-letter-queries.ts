import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { CivilDate } from '../time/civil-date.ts'
import type { FilesState, LetterLang, OfficialLetterKind, OfficialLetterState } from './official-letter-rules.ts'

/** What the office fills in. */
export type LetterFields = {
  kind: OfficialLetterKind
  addresseeName: string
  addresseePostal: string | null
  addresseeEmail: string | null
  lang: LetterLang
  subjectLine: string
  body: string
  remedy: string
  otherLang: LetterLang | null
  otherSubjectLine: string | null
  otherBody: string | null
  otherRemedy: string | null
  deadlineOn: CivilDate | null
  deadlineBasis: string | null
  signatoryName: string
  signatoryPost: string
  enclosures: string
  protocolNumber: string | null
  protocolDate: CivilDate | null
}

export type OfficialLetter = LetterFields & {
  id: string
  institutionId: string
  zone: string
  state: OfficialLetterState
  revision: number
  contactId: string | null
  correctsId: string | null
  createdAt: Date
  createdBy: string | null
  createdByName: string | null
  changedAt: Date
  changedBy: string | null
  changedByName: string | null
  year: number | null
  number: number | null
  code: string | null
  issuedOn: CivilDate | null
  issuedAt: Date | null
  issuedByName: string | null
  /** The paper as composed when it was issued. */
  content: unknown
  cancelledAt: Date | null
  cancelledByName: string | null
  cancelReason: string | null
  filesState: FilesState
  pdfDocumentId: string | null
  pdfDigest: string | null
  docxDocumentId: string | null
  docxDigest: string | null
  templateId: string | null
  templateVersion: number | null
}

const columns = (db: Queryable) => db`
  letter.id, letter.institution_id, institution.zone, letter.kind, letter.state, letter.revision, letter.template_id,
  letter.template_version, letter.addressee_name, letter.addressee_postal, letter.addressee_email, letter.contact_id,
  letter.lang, letter.subject_line, letter.body, letter.remedy, letter.other_lang, letter.other_subject_line,
  letter.other_body, letter.other_remedy, letter.deadline_on, letter.deadline_basis, letter.signatory_name,
  letter.signatory_post, letter.enclosures, letter.protocol_number, letter.protocol_date, letter.corrects_id,
  letter.created_at, letter.created_by, author.name as created_by_name, letter.changed_at, letter.changed_by,
  changer.name as changed_by_name, letter.year, letter.number, letter.code, letter.issued_on, letter.issued_at,
  issuer.name as issued_by_name, letter.content, letter.cancelled_at, canceller.name as cancelled_by_name,
  letter.cancel_reason, letter.files_state, letter.pdf_document_id, letter.pdf_digest, letter.docx_document_id,
  letter.docx_digest`

const tables = (db: Queryable) => db`
  platform.official_letters as letter
  join platform.institutions as institution on institution.id = letter.institution_id
  left join platform.accounts as author on author.id = letter.created_by
  left join platform.accounts as changer on changer.id = letter.changed_by
  left join platform.accounts as issuer on issuer.id = letter.issued_by
  left join platform.accounts as canceller on canceller.id = letter.cancelled_by`

export const findOfficialLetter = async (db: Queryable, id: string): Promise<OfficialLetter | null> =>
  one(await db<OfficialLetter[]>`select ${columns(db)} from ${tables(db)} where letter.id = ${id}`)

/** Locks the letter for a deed: two officials at once change it one after the other. */
export async function holdOfficialLetter(tx: Transaction, id: string): Promise<OfficialLetter | null> {
  await tx`select from platform.official_letters where id = ${id} for update`
  return findOfficialLetter(tx, id)
}

export type OfficialLetterSummary = {
  id: string
  institutionId: string
  kind: OfficialLetterKind
  state: OfficialLetterState
  year: number | null
  number: number | null
  issuedOn: CivilDate | null
  protocolNumber: string | null
  protocolDate: CivilDate | null
  addresseeName: string
  subjectLine: string
  lang: LetterLang
  changedAt: Date
  zone: string
  contactId: string | null
}

const summaryColumns = (db: Queryable) => db`
  letter.id, letter.institution_id, letter.kind, letter.state, letter.year, letter.number, letter.issued_on,
  letter.protocol_number, letter.protocol_date, letter.addressee_name, letter.subject_line, letter.lang,
  letter.changed_at, institution.zone, letter.contact_id`

export type LetterFilter = {
  /** Null: all institutions. */
  institutions: readonly string[] | null
  state: OfficialLetterState | null
  number: number | null
  year: number | null
  protocol: string
  /** A pattern for the name of the addressee or the subject line; empty: any. */
  words: string
  from: CivilDate | null
  to: CivilDate | null
  before: { at: Date; id: string } | null
  limit: number
}

/** Newest first, by key: drafts by their last change, issued letters by their issuing. */
export function listOfficialLetters(db: Queryable, filter: LetterFilter): Promise<OfficialLetterSummary[]> {
  return db<OfficialLetterSummary[]>`
    select ${summaryColumns(db)}
    from platform.official_letters as letter
    join platform.institutions as institution on institution.id = letter.institution_id
    where true
      ${filter.institutions ? db`and ${inInstitutions(db, filter.institutions)}` : db``}
      ${filter.state ? db`and letter.state = ${filter.state}` : db``}
      ${filter.number ? db`and letter.number = ${filter.number}` : db``}
      ${filter.year ? db`and letter.year = ${filter.year}` : db``}
      ${filter.protocol ? db`and letter.protocol_number = ${filter.protocol}` : db``}
      ${filter.words ? db`and platform.plain(letter.addressee_name || ' ' || letter.subject_line) like ${filter.words}` : db``}
      ${filter.from ? db`and letter.issued_on >= ${filter.from}::date` : db``}
      ${filter.to ? db`and letter.issued_on <= ${filter.to}::date` : db``}
      ${filter.before ? db`and (letter.changed_at, letter.id) < (${filter.before.at}, ${filter.before.id})` : db``}
    order by letter.changed_at desc, letter.id desc
    limit ${filter.limit}`
}

/** One institution is most officials' case, and then the index gives the order too. */
const inInstitutions = (db: Queryable, ids: readonly string[]) =>
  ids.length === 1
    ? db`letter.institution_id = ${ids[0] ?? ''}`
    : db`letter.institution_id = any(${ids as string[]}::uuid[])`

export const listLettersOfContact = (db: Queryable, contactId: string): Promise<OfficialLetterSummary[]> =>
  db<OfficialLetterSummary[]>`
    select ${summaryColumns(db)}
    from platform.official_letters as letter
    join platform.institutions as institution on institution.id = letter.institution_id
    where letter.contact_id = ${contactId} and letter.state <> 'draft'
    order by letter.changed_at desc, letter.id desc limit 1000`

export const listLettersById = (db: Queryable, ids: readonly string[]): Promise<OfficialLetterSummary[]> =>
  db<OfficialLetterSummary[]>`
    select ${summaryColumns(db)}
    from platform.official_letters as letter
    join platform.institutions as institution on institution.id = letter.institution_id
    where letter.id = any(${ids as string[]}::uuid[])`

/** What the first page of the office counts: drafts that wait, in the institutions of the reader. */
export async function countDrafts(db: Queryable, institutions: readonly string[] | null): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from platform.official_letters as letter
      where letter.state = 'draft' ${institutions ? db`and ${inInstitutions(db, institutions)}` : db``}`,
  )
  return row?.count ?? 0
}

export type DraftOfLeaver = { id: string; subjectLine: string }

export const listDraftsOf = (db: Queryable, accountId: string): Promise<DraftOfLeaver[]> =>
  db<DraftOfLeaver[]>`
    select id, subject_line from platform.official_letters
    where created_by = ${accountId} and state = 'draft' order by changed_at desc, id desc limit 200`

export async function handOverDrafts(tx: Transaction, from: string, to: string): Promise<number> {
  const result = await tx`
    update platform.official_letters set created_by = ${to} where created_by = ${from} and state = 'draft'`
  return result.count
}

/** The references of what a letter is about, in their order. */
export async function listLetterSubjects(db: Queryable, letterId: string): Promise<string[]> {
  const rows = await db<{ subject: string }[]>`
    select subject from platform.letter_subjects where letter_id = ${letterId} order by ordinal`
  return rows.map(({ subject }) => subject)
}

export type NumberedLetter = { id: string; number: number; year: number; issuedOn: CivilDate; code: string }

/** An issued letter, by its number in the register. */
export const findByNumber = async (
  db: Queryable,
  wanted: { institutionId: string; number: number; year: number },
): Promise<NumberedLetter | null> =>
  one(
    await db<NumberedLetter[]>`
      select id, number, year, issued_on, code from platform.official_letters
      where institution_id = ${wanted.institutionId} and year = ${wanted.year} and number = ${wanted.number}`,
  )

/** Of one institution: a letter corrects none of another's. */
export const findNumbered = async (db: Queryable, institutionId: string, id: string): Promise<NumberedLetter | null> =>
  one(
    await db<NumberedLetter[]>`
      select id, number, year, issued_on, code from platform.official_letters
      where id = ${id} and institution_id = ${institutionId} and state <> 'draft'`,
  )

/** The letters that correct this one, oldest first. */
export const listCorrections = (db: Queryable, id: string): Promise<NumberedLetter[]> =>
  db<NumberedLetter[]>`
    select id, number, year, issued_on, code from platform.official_letters
    where corrects_id = ${id} and state = 'issued' order by issued_at, id`
