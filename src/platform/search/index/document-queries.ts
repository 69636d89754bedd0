import type { Queryable, Transaction } from '../../db/database.ts'
import type { IndexRow } from './index-row-rules.ts'

/** The index that is searched, or the one that is filled beside it. */
export type Index = 'search_documents' | 'search_documents_next'

/**
 * Makes these rows all that stands of the subjects: what changed is written, what is not among them goes. Gives how many
 * rows were written or went.
 */
export async function writeDocuments(
  tx: Transaction,
  index: Index,
  subjects: readonly string[],
  rows: readonly IndexRow[],
): Promise<number> {
  const table = tx(`platform.${index}`)
  const gone = await tx`
    delete from ${table} as old
    where old.subject = any(${subjects as string[]}::text[]) and not exists (
      select from unnest(${rows.map((row) => row.subject)}::text[], ${rows.map((row) => row.part)}::text[]) as kept (subject, part)
      where kept.subject = old.subject and kept.part = old.part)`
  if (rows.length === 0) return gone.count
  const written = await tx`
    insert into ${table} as old (subject, part, matter, kind, institution_id, lang, title, heading, body, href, published_at,
      changed_at, day, year, state, topics, places, due_on, words, title_words, stem_version, stamp)
    select subject, part, matter, kind, institution_id, lang, title, heading, body, href, published_at, changed_at, day,
      extract(year from day)::smallint, state, topics, places, due_on, words::tsvector, title_words::tsvector, stem_version, stamp
    from jsonb_to_recordset(${tx.json(rows)}::jsonb) as row (
      subject text, part text, matter text, kind text, institution_id uuid, lang text, title text, heading text, body text,
      href text, published_at timestamptz, changed_at timestamptz, day date, state text, topics text[], places text[],
      due_on date, words text, title_words text, stem_version smallint, stamp text)
    on conflict (subject, part) do update set
      matter = excluded.matter, kind = excluded.kind, institution_id = excluded.institution_id, lang = excluded.lang,
      title = excluded.title, heading = excluded.heading, body = excluded.body, href = excluded.href,
      published_at = excluded.published_at, changed_at = excluded.changed_at, day = excluded.day, year = excluded.year,
      state = excluded.state, topics = excluded.topics, places = excluded.places, due_on = excluded.due_on,
      words = excluded.words, title_words = excluded.title_words, stem_version = excluded.stem_version, stamp = excluded.stamp
    where old.stamp <> excluded.stamp`
  return gone.count + written.count
}

export type IndexedWords = { kind: string; lang: string; title: string; body: string }

/** What stands of these subjects. */
export function listIndexedWords(db: Queryable, subjects: readonly string[]): Promise<IndexedWords[]> {
  return db<IndexedWords[]>`
    select kind, lang, title, body from platform.search_documents where subject = any(${subjects as string[]}::text[])`
}

/** A paper that is found with the record it stands with. */
export type FoundPaper = { of: string; documentId: string }

const belonging = (db: Queryable, subjects: readonly string[], papers: readonly FoundPaper[]) => db`
  select one.id from platform.search_documents as one where one.subject = any(${subjects as string[]}::text[])
  union
  select one.id from platform.search_documents as one where one.matter = any(${subjects as string[]}::text[])
  union
  select one.id from platform.search_documents as one
  join unnest(${papers.map(({ of }) => of)}::text[], ${papers.map(({ documentId }) => documentId)}::text[]) as paper (of, id)
    on one.subject = paper.of and split_part(one.part, '.', 1) = paper.id`

/** What stands of these subjects, of what belongs to them, and of these papers. */
export function listIndexedMatters(
  db: Queryable,
  subjects: readonly string[],
  papers: readonly FoundPaper[],
): Promise<IndexedWords[]> {
  return db<IndexedWords[]>`
    select kind, lang, title, body from platform.search_documents where id in (${belonging(db, subjects, papers)})`
}

/** Takes the subjects, all that belongs to them, and these papers out of both indexes. */
export async function deleteMatters(
  tx: Transaction,
  subjects: readonly string[],
  papers: readonly FoundPaper[],
): Promise<void> {
  const gone = await tx<{ subject: string; part: string }[]>`
    delete from platform.search_documents where id in (${belonging(tx, subjects, papers)}) returning subject, part`
  await tx`
    delete from platform.search_documents_next as old
    using unnest(${gone.map(({ subject }) => subject)}::text[], ${gone.map(({ part }) => part)}::text[]) as gone (subject, part)
    where old.subject = gone.subject and old.part = gone.part`
  await tx`
    delete from platform.search_documents_next
    where subject = any(${subjects as string[]}::text[]) or matter = any(${subjects as string[]}::text[])`
}

/** What stands in the index, by pages. */
export function listIndexedSubjects(
  db: Queryable,
  after: string,
  limit: number,
): Promise<{ id: string; subject: string }[]> {
  return db<{ id: string; subject: string }[]>`
    select id::text as id, subject from platform.search_documents where id > ${after}::bigint order by id limit ${limit}`
}
