import type { Queryable } from '#platform/db/database.ts'
import type { DocumentClass, DocumentRole, ReadingState } from '#platform/documents/document-rules.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { MediaType } from '#platform/files/media-types.ts'

/** What an official may see at all: kinds of records everywhere, or `kind institution` pairs. */
export type Readable = {
  everywhere: readonly string[]
  pairs: readonly string[]
  confidentialIn: readonly string[] | null
}

export type DocumentFilter = {
  institutions: readonly string[] | null
  kind: string | null
  class: DocumentClass | null
  role: DocumentRole | null
  missing: string | null
  state: 'unreadable' | 'taken-down' | null
  /** As `to_tsquery` reads it. */
  terms: string | null
}

export type ListedDocument = {
  id: string
  institutionId: string
  zone: string
  subject: string
  role: DocumentRole
  class: DocumentClass
  title: string
  lang: string
  addedAt: Date
  addedBy: string | null
  /** Null: taken down. */
  mediaType: MediaType | null
  fileName: string | null
  version: number | null
  reading: ReadingState | null
  languages: string[]
}

/** Newest first, after the key. */
export function listOfficeDocuments(
  db: Queryable,
  readable: Readable,
  filter: DocumentFilter,
  before: ListKey | null,
  limit: number,
): Promise<ListedDocument[]> {
  return db<ListedDocument[]>`
    select document.id, document.institution_id, institution.zone, document.subject, document.role, document.class,
           document.title, document.lang, document.added_at, document.added_by, file.media_type, main.file_name,
           main.version, main.reading,
           array(select one.lang from platform.document_files as one
                 where one.document_id = document.id and one.replaced_at is null and one.digest is not null
                 order by one.lang) as languages
    from platform.documents as document
    join platform.institutions as institution on institution.id = document.institution_id
    left join lateral (
      select one.digest, one.file_name, one.id, one.reading, one.version
      from platform.document_files as one
      where one.document_id = document.id and one.replaced_at is null and one.digest is not null
      order by one.lang = document.lang desc, one.lang = 'sq' desc, one.lang limit 1) as main on true
    left join platform.files as file on file.digest = main.digest
    where document.removed_at is null
      and (document.subject_kind = any(${readable.everywhere as string[]}::text[])
           or document.subject_kind || ' ' || document.institution_id = any(${readable.pairs as string[]}::text[]))
      ${confidential(db, readable.confidentialIn)}
      ${narrowed(db, filter)}
      ${before ? db`and (document.added_at, document.id) < (${before.at}, ${before.id})` : db``}
    order by document.added_at desc, document.id desc
    limit ${limit}`
}

const confidential = (db: Queryable, institutions: readonly string[] | null) =>
  institutions === null
    ? db``
    : db`and (document.class <> 'confidential' or document.institution_id = any(${institutions as string[]}::uuid[]))`

const narrowed = (db: Queryable, filter: DocumentFilter) => db`
  ${filter.institutions ? db`and document.institution_id = any(${filter.institutions as string[]}::uuid[])` : db``}
  ${filter.kind ? db`and document.subject_kind = ${filter.kind}` : db``}
  ${filter.class ? db`and document.class = ${filter.class}` : db``}
  ${filter.role ? db`and document.role = ${filter.role}` : db``}
  ${filter.missing ? isMissingIn(db, filter.missing) : db``}
  ${filter.state ? inState(db, filter.state) : db``}
  ${filter.terms ? found(db, filter.terms) : db``}`

/** As `missingLanguages` in document-rules.ts decides it for one. */
const isMissingIn = (db: Queryable, lang: string) => db`
  and document.added_by is not null and document.role not in ('attachment', 'letter', 'proof', 'signed')
  and file.media_type not like 'image/%'
  and not exists (select from platform.document_files as one where one.document_id = document.id and one.lang = ${lang}
                  and one.replaced_at is null and one.digest is not null)`

const inState = (db: Queryable, state: 'unreadable' | 'taken-down') =>
  state === 'taken-down'
    ? db`and main.id is null`
    : db`and exists (select from platform.document_files as one where one.document_id = document.id
                     and one.replaced_at is null and one.reading in ('unread', 'encrypted', 'broken', 'too-heavy'))`

/** In the title or in the words of a file that is not replaced. */
const found = (db: Queryable, terms: string) => db`
  and document.id in (
    select titled.id from platform.documents as titled
    where titled.removed_at is null and titled.search @@ to_tsquery('simple', ${terms})
    union
    select one.document_id from platform.document_texts as words
    join platform.document_files as one on one.id = words.file_id and one.replaced_at is null
    where words.search @@ to_tsquery('simple', ${terms}))`

export type DocumentChange = {
  at: Date
  kind: string
  byName: string | null
  reason: string | null
  fields: { field: string; from: string | null; to: string | null }[]
}

/** The history of a document, newest first. */
export function listDocumentChanges(db: Queryable, subject: string): Promise<DocumentChange[]> {
  return db<DocumentChange[]>`
    select change.at, change.kind, account.name as by_name, change.reason, change.fields
    from platform.changes as change
    left join platform.accounts as account on account.id = change.by_account_id
    where change.subject = ${subject} order by change.id desc limit 100`
}

export type SameContent = { id: string; title: string; subject: string; institutionId: string; class: DocumentClass }

/** Other documents of the institution that hold the very same file. */
export function listSameContent(db: Queryable, documentId: string): Promise<SameContent[]> {
  return db<SameContent[]>`
    select distinct other.id, other.title, other.subject, other.institution_id, other.class
    from platform.document_files as mine
    join platform.document_files as same on same.digest = mine.digest and same.document_id <> mine.document_id
    join platform.documents as other on other.id = same.document_id and other.removed_at is null
      and other.institution_id = mine.institution_id
    where mine.document_id = ${documentId} order by other.title, other.id limit 20`
}

export type InstitutionSpace = { id: string; used: number; files: number; quota: number | null }

export function listSpaces(db: Queryable, institutions: readonly string[]): Promise<InstitutionSpace[]> {
  return db<InstitutionSpace[]>`
    select institution.id, coalesce(taken.used, 0)::float8 as used, coalesce(taken.files, 0)::int as files,
           quota.bytes::float8 as quota
    from platform.institutions as institution
    left join platform.document_quotas as quota on quota.institution_id = institution.id
    left join lateral (
      select sum(size) as used, count(*) as files from platform.document_files
      where institution_id = institution.id and digest is not null) as taken on true
    where institution.id = any(${institutions as string[]}::uuid[])`
}

export type DocumentSubject = { id: string; institutionId: string; title: string; lang: string; isOpen: boolean }

/** `isOpen`: its title holds nobody's data. */
export function listDocumentSubjects(db: Queryable, ids: readonly string[]): Promise<DocumentSubject[]> {
  return db<DocumentSubject[]>`
    select id, institution_id, title, lang, class in ('public', 'internal') as is_open from platform.documents
    where id = any(${ids as string[]}::uuid[]) and removed_at is null`
}
