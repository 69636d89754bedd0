import type { Queryable, Transaction } from '../../db/database.ts'
import type { VocabularyWord } from './vocabulary-rules.ts'

/** Words of documents that are new or changed: known ones are counted on, so that the nightly count is what is exact. */
export async function addWords(tx: Transaction, words: readonly VocabularyWord[]): Promise<void> {
  if (words.length === 0) return
  await tx`
    insert into platform.search_words as known (folded, shown, stem, documents)
    select folded, shown, stem, documents
    from jsonb_to_recordset(${tx.json([...words])}::jsonb) as word (folded text, shown text, stem text, documents int)
    order by folded
    on conflict (folded) do update set documents = known.documents + 1`
}

/** Of the bodies of documents that are new or changed: words that are known already. */
export async function countKnownWords(tx: Transaction, folded: readonly string[]): Promise<void> {
  if (folded.length === 0) return
  await tx`
    update platform.search_words set documents = documents + 1 where folded = any(${folded as string[]}::text[])`
}

/** Of these words those whose stem stands nowhere any more: what was taken down is not offered to anybody either. */
export async function forgetWords(tx: Transaction, folded: readonly string[]): Promise<void> {
  if (folded.length === 0) return
  await tx`
    delete from platform.search_words as word
    where word.folded = any(${folded as string[]}::text[]) and not exists (
      select from platform.search_documents as document
      where document.kind <> 'comment' and document.words @@ quote_literal(word.stem)::tsquery)`
}

/** All words at once, as counted over everything that stands. */
export async function replaceWords(tx: Transaction, words: readonly VocabularyWord[]): Promise<void> {
  await tx`delete from platform.search_words`
  for (let at = 0; at < words.length; at += 5000) await addWords(tx, words.slice(at, at + 5000))
}

export type CountedDocument = { id: string; lang: string; title: string; heading: string | null; body: string }

/** Everything that words are taken from, by pages. */
export function listCountedDocuments(db: Queryable, after: string, limit: number): Promise<CountedDocument[]> {
  return db<CountedDocument[]>`
    select id::text as id, lang, title, heading, body from platform.search_documents
    where id > ${after}::bigint and kind <> 'comment' order by id limit ${limit}`
}

/** The names of places that stand, each in its languages. */
export function listPlaceNames(db: Queryable): Promise<{ name: string; lang: string }[]> {
  return db<{ name: string; lang: string }[]>`
    select name_sq as name, 'sq' as lang from platform.places where retired_on is null
    union select name_sr, 'sr' from platform.places where retired_on is null and name_sr is not null`
}
