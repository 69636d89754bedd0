import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { CivilDate } from '../time/civil-date.ts'
import type { FilesState, LetterLang } from './official-letter-rules.ts'
import type { LetterFields } from './official-letter-queries.ts'
import type { PaperInstitution } from './compose-paper.ts'

export type NewLetter = LetterFields & {
  institutionId: string
  submissionId: string
  contactId: string | null
  correctsId: string | null
  template: { id: string; version: number } | null
  by: string | null
  at: Date
}

/** The same form arriving again gives the letter that stands. */
export async function insertOfficialLetter(
  tx: Transaction,
  letter: NewLetter,
): Promise<{ id: string; isNew: boolean }> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.official_letters
      (institution_id, submission_id, kind, template_id, template_version, addressee_name, addressee_postal,
       addressee_email, contact_id, lang, subject_line, body, remedy, other_lang, other_subject_line, other_body,
       other_remedy, deadline_on, deadline_basis, signatory_name, signatory_post, enclosures, protocol_number,
       protocol_date, corrects_id, created_at, created_by, changed_at, changed_by)
    values
      (${letter.institutionId}, ${letter.submissionId}, ${letter.kind}, ${letter.template?.id ?? null},
       ${letter.template?.version ?? null}, ${letter.addresseeName}, ${letter.addresseePostal}, ${letter.addresseeEmail},
       ${letter.contactId}, ${letter.lang}, ${letter.subjectLine}, ${letter.body}, ${letter.remedy}, ${letter.otherLang},
       ${letter.otherSubjectLine}, ${letter.otherBody}, ${letter.otherRemedy}, ${letter.deadlineOn},
       ${letter.deadlineBasis}, ${letter.signatoryName}, ${letter.signatoryPost}, ${letter.enclosures},
       ${letter.protocolNumber}, ${letter.protocolDate}, ${letter.correctsId}, ${letter.at}, ${letter.by}, ${letter.at},
       ${letter.by})
    on conflict (submission_id) do nothing
    returning id`
  if (row) return { id: row.id, isNew: true }
  const [standing] = await tx<{ id: string }[]>`
    select id from platform.official_letters where submission_id = ${letter.submissionId}`
  if (!standing) throw new Error('A letter that was neither written nor found')
  return { id: standing.id, isNew: false }
}

export async function updateDraft(
  tx: Transaction,
  id: string,
  letter: LetterFields & { contactId: string | null; correctsId: string | null; by: string; at: Date },
): Promise<void> {
  await tx`
    update platform.official_letters set
      kind = ${letter.kind}, addressee_name = ${letter.addresseeName}, addressee_postal = ${letter.addresseePostal},
      addressee_email = ${letter.addresseeEmail}, contact_id = ${letter.contactId}, subject_line = ${letter.subjectLine},
      body = ${letter.body}, remedy = ${letter.remedy}, other_lang = ${letter.otherLang},
      other_subject_line = ${letter.otherSubjectLine}, other_body = ${letter.otherBody},
      other_remedy = ${letter.otherRemedy}, deadline_on = ${letter.deadlineOn}, deadline_basis = ${letter.deadlineBasis},
      signatory_name = ${letter.signatoryName}, signatory_post = ${letter.signatoryPost},
      enclosures = ${letter.enclosures}, protocol_number = ${letter.protocolNumber},
      protocol_date = ${letter.protocolDate}, corrects_id = ${letter.correctsId}, changed_at = ${letter.at},
      changed_by = ${letter.by}, revision = revision + 1
    where id = ${id} and state = 'draft'`
}

export async function replaceLetterSubjects(
  tx: Transaction,
  letter: { institutionId: string; id: string },
  subjects: readonly string[],
): Promise<void> {
  await tx`delete from platform.letter_subjects where letter_id = ${letter.id}`
  await tx`
    insert into platform.letter_subjects (institution_id, letter_id, ordinal, subject)
    select ${letter.institutionId}, ${letter.id}, listed.ordinal, listed.subject
    from unnest(${subjects as string[]}::text[]) with ordinality as listed (subject, ordinal)`
}

export async function deleteDraft(tx: Transaction, id: string): Promise<boolean> {
  const result = await tx`delete from platform.official_letters where id = ${id} and state = 'draft'`
  return result.count === 1
}

/** The next number of the register, without gaps: taken as the last lock, given back if the deed fails. */
export async function nextLetterNumber(tx: Transaction, institutionId: string, year: number): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into platform.counters (institution_id, register, year, next) values (${institutionId}, 'letters', ${year}, 2)
    on conflict (institution_id, register, year) do update set next = counters.next + 1
    returning next - 1 as number`
  if (!row) throw new Error('An upsert gives a row')
  return row.number
}

export async function markIssued(
  tx: Transaction,
  id: string,
  issued: { year: number; number: number; code: string; on: CivilDate; at: Date; by: string | null; content: object },
): Promise<void> {
  await tx`
    update platform.official_letters set
      state = 'issued', year = ${issued.year}, number = ${issued.number}, code = ${issued.code},
      issued_on = ${issued.on}, issued_at = ${issued.at}, issued_by = ${issued.by},
      content = ${tx.json(issued.content as never)}, files_state = 'waiting', changed_at = ${issued.at}
    where id = ${id} and state = 'draft'`
}

export async function markLetterCancelled(
  tx: Transaction,
  id: string,
  cancelled: { reason: string; by: string; at: Date },
): Promise<void> {
  await tx`
    update platform.official_letters set
      state = 'cancelled', cancelled_at = ${cancelled.at}, cancelled_by = ${cancelled.by}, cancel_reason = ${cancelled.reason}
    where id = ${id} and state = 'issued'`
}

/** False: it has one already, and what is entered stays. */
export async function setProtocol(
  tx: Transaction,
  id: string,
  protocol: { number: string; date: CivilDate },
): Promise<boolean> {
  const result = await tx`
    update platform.official_letters set protocol_number = ${protocol.number}, protocol_date = ${protocol.date}
    where id = ${id} and state <> 'draft' and protocol_number is null`
  return result.count === 1
}

export type MadeFile = { documentId: string; digest: string }

export async function setLetterFiles(
  tx: Transaction,
  id: string,
  made: { state: FilesState; pdf: MadeFile | null; docx: MadeFile | null },
): Promise<void> {
  await tx`
    update platform.official_letters set
      files_state = ${made.state},
      pdf_document_id = coalesce(${made.pdf?.documentId ?? null}::uuid, pdf_document_id),
      pdf_digest = coalesce(${made.pdf?.digest ?? null}::text, pdf_digest),
      docx_document_id = coalesce(${made.docx?.documentId ?? null}::uuid, docx_document_id),
      docx_digest = coalesce(${made.docx?.digest ?? null}::text, docx_digest)
    where id = ${id}`
}

export async function setFilesState(db: Queryable, id: string, state: FilesState): Promise<void> {
  await db`
    update platform.official_letters set files_state = ${state} where id = ${id} and state <> 'draft' and files_state <> 'ready'`
}

/** What stands in the letterhead: names valid today, the address of the front desk, the emblem. */
export async function findPaperInstitution(db: Queryable, id: string): Promise<PaperInstitution | null> {
  const row = one(
    await db<(Omit<PaperInstitution, 'names'> & { nameLangs: LetterLang[]; nameWords: string[] })[]>`
      select institution.jurisdiction, institution.kind, institution.accent, institution.emblem,
             institution.demonstration, desk.postal, desk.email, desk.telephone,
             coalesce(named.langs, '{}') as name_langs, coalesce(named.words, '{}') as name_words
      from platform.institutions as institution
      left join platform.role_addresses as desk on desk.institution_id = institution.id and desk.role = 'front-desk'
      left join lateral (
        select array_agg(valid.lang) as langs, array_agg(valid.name) as words
        from (
          select distinct on (lang) lang, name from platform.institution_names
          where institution_id = institution.id and valid_from <= current_date
          order by lang, valid_from desc) as valid) as named on true
      where institution.id = ${id}`,
  )
  if (!row) return null
  const { nameLangs, nameWords, ...institution } = row
  return { ...institution, names: Object.fromEntries(nameLangs.map((lang, index) => [lang, nameWords[index] ?? ''])) }
}

export async function findTwoPeople(db: Queryable, institutionId: string): Promise<boolean> {
  const row = one(
    await db<{ twoPeople: boolean }[]>`
      select two_people from platform.letter_settings where institution_id = ${institutionId}`,
  )
  return row?.twoPeople ?? false
}

export async function setTwoPeople(
  tx: Transaction,
  setting: { institutionId: string; twoPeople: boolean; by: string; at: Date },
): Promise<void> {
  await tx`
    insert into platform.letter_settings (institution_id, two_people, changed_at, changed_by)
    values (${setting.institutionId}, ${setting.twoPeople}, ${setting.at}, ${setting.by})
    on conflict (institution_id) do update
    set two_people = excluded.two_people, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
}
