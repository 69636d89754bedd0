import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { CaseState } from './case-rules.ts'

export type Likeness = {
  id: string
  registerNumber: number | null
  registerYear: number | null
  printedNumber: string | null
  about: string | null
  state: CaseState
  receivedAt: Date
  sameFile: boolean
  alike: number
}

/** So much of two letters must be alike, by the trigrams of their beginnings, to be shown as perhaps the same. */
const ALIKE = 0.35

/** Letters that may be this one: by the same sender in similar words, or with the very same file. */
export function listLikenesses(
  db: Queryable,
  of: { id: string; institutionId: string; subject: string },
): Promise<Likeness[]> {
  return db<Likeness[]>`
    with same_sender as (
      select other.case_id as id from platform.case_senders as mine
      join platform.case_senders as other on other.institution_id = mine.institution_id
        and (other.digest = mine.digest or other.email = mine.email)
      where mine.case_id = ${of.id} and other.case_id <> ${of.id} limit 200
    ), same_file as (
      select distinct substr(other.subject, 13)::uuid as id from platform.documents as mine
      join platform.document_files as my_file on my_file.document_id = mine.id
      join platform.document_files as other_file on other_file.digest = my_file.digest
        and other_file.institution_id = mine.institution_id
      join platform.documents as other on other.id = other_file.document_id
      where mine.subject = ${of.subject} and mine.removed_at is null and other.removed_at is null
        and other.subject like 'intake.case:%' and other.subject <> mine.subject limit 200
    )
    select * from (
      select other.id, other.register_number, other.register_year, other.printed_number, other.about, other.state,
             other.received_at, other.id in (select id from same_file) as same_file,
             similarity(
               left(platform.plain(coalesce(other.about, '') || ' ' || coalesce(other.words, '')), 1500),
               left(platform.plain(coalesce(mine.about, '') || ' ' || coalesce(mine.words, '')), 1500))::float8 as alike
      from platform.cases as mine
      join platform.cases as other on other.institution_id = mine.institution_id and other.id <> mine.id
      where mine.id = ${of.id} and other.state not in ('sent', 'discarded', 'duplicate')
        and other.id in (select id from same_sender union select id from same_file)
    ) as found
    where found.same_file or found.alike >= ${ALIKE}
    order by found.same_file desc, found.alike desc, found.received_at desc limit 10`
}

/** A case by what an official types: its number, the printed one, or the code. */
export async function findCaseToName(
  db: Queryable,
  wanted: { institutionId: string; words: string; number: { number: number; year: number } | null },
): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select id from platform.cases
      where institution_id = ${wanted.institutionId} and state <> 'sent' and (code = ${wanted.words.toUpperCase()}
        or printed_number = ${wanted.words}
        or (register_number = ${wanted.number?.number ?? null}::int and register_year = ${wanted.number?.year ?? null}::int))
      limit 1`,
  )
  return row?.id ?? null
}

/** Another paper of the institution that bears this protocol number in this year, or null. */
export async function findSameProtocol(
  db: Queryable,
  wanted: { institutionId: string; number: string; year: string; except: string | null },
): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select id from platform.cases
      where institution_id = ${wanted.institutionId} and protocol_number = ${wanted.number}
        and to_char(coalesce(protocol_on, received_at), 'YYYY') = ${wanted.year}
        and id is distinct from ${wanted.except}::uuid limit 1`,
  )
  return row?.id ?? null
}

/** The same contents under another record: what was handed on stands with both. */
export async function copyDocuments(
  tx: Transaction,
  copy: { from: string; to: string; institutionId: string },
): Promise<void> {
  await tx`
    with source as (
      select document.*, gen_random_uuid() as new_id from platform.documents as document
      where document.subject = ${copy.from} and document.removed_at is null
    ), copied as (
      insert into platform.documents
        (id, institution_id, subject, role, title, lang, added_at, added_by, class, decorative, happened_on, happened_precision)
      select new_id, ${copy.institutionId}, ${copy.to}, role, title, lang, added_at, null, class, decorative, happened_on,
             happened_precision
      from source
    )
    insert into platform.document_files
      (institution_id, document_id, lang, version, digest, file_name, size, added_at, added_by, signed, metadata)
    select ${copy.institutionId}, source.new_id, file.lang, file.version, file.digest, file.file_name, file.size,
           file.added_at, null, file.signed, file.metadata
    from source join platform.document_files as file on file.document_id = source.id
    where file.replaced_at is null and file.digest is not null`
}

/** What came later belongs to the letter: its words go along. Protocol numbers are the first office's own. */
export async function copyPapers(
  tx: Transaction,
  copy: { fromId: string; toId: string; institutionId: string },
): Promise<void> {
  await tx`
    insert into platform.case_papers
      (institution_id, case_id, submission_id, channel, about, words, left_out, received_at, entered_at)
    select ${copy.institutionId}, ${copy.toId}, gen_random_uuid(), channel, about, words, left_out, received_at, entered_at
    from platform.case_papers where case_id = ${copy.fromId}`
}

/** One line in the log of accesses for each case that somebody took along. */
export async function noteExported(
  db: Queryable,
  noted: { ids: readonly string[]; accountId: string; at: Date },
): Promise<void> {
  await db`
    insert into platform.accesses (at, hour, account_id, institution_id, subject, contact_id, what)
    select ${noted.at}, date_trunc('hour', ${noted.at}::timestamptz), ${noted.accountId}, institution_id,
           'intake.case:' || id, contact_id, 'exported'
    from platform.cases where id = any(${noted.ids as string[]}::uuid[])
    on conflict (account_id, subject, what, hour) do nothing`
}
