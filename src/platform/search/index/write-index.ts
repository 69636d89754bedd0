import type { Transaction } from '../../db/database.ts'
import type { Door } from '../../door.ts'
import { readRef, refOf } from '../../subjects/subject-rules.ts'
import type { RecordLang, SearchDocument, SearchSource } from '../search-source.ts'
import { insertComing } from './changed-queries.ts'
import { listIndexedWords, writeDocuments, type Index } from './document-queries.ts'
import { indexRowOf } from './index-row-rules.ts'
import { findSearchState } from './rebuild-queries.ts'
import { hasOwnWords, wordsOf, type VocabularyWord } from './vocabulary-rules.ts'
import { addWords, countKnownWords, forgetWords } from './vocabulary-write-queries.ts'

export const sourcesOf = (doors: readonly Door[]): SearchSource[] => doors.flatMap((door) => door.search ?? [])

/** The ids of references by the source that knows them; the others are found nowhere. */
export function bySource(sources: readonly SearchSource[], subjects: readonly string[]): [SearchSource, string[]][] {
  const refs = [...new Set(subjects)].flatMap((subject) => readRef(subject) ?? [])
  return sources.flatMap((source): [SearchSource, string[]][] => {
    const ids = refs.filter(({ kind }) => kind === source.subjectKind).map(({ id }) => id)
    return ids.length > 0 ? [[source, ids]] : []
  })
}

/**
 * Makes what stands of these records anew, as their published views have it now, in the index that is searched and in the
 * one that is filled. The caller holds the index. Gives how many rows were not as they should be.
 */
export async function writeIndex(
  tx: Transaction,
  source: SearchSource,
  ids: readonly string[],
  now: Date,
): Promise<number> {
  const subjects = ids.map((id) => refOf(source.subjectKind, id))
  const documents = await source.find(tx, ids, now)
  const rows = documents.map(indexRowOf)
  const { filling } = await findSearchState(tx)
  const stood = await listIndexedWords(tx, subjects)
  const changed = await writeDocuments(tx, 'search_documents', subjects, rows)
  if (filling) await writeDocuments(tx, 'search_documents_next', subjects, rows)
  if (changed > 0) await writeWords(tx, stood, documents)
  const coming = documents.flatMap(({ subject, changesAt }) => (changesAt ? [{ subject, at: changesAt }] : []))
  if (coming.length > 0) await insertComing(tx, coming)
  return changed
}

/** Fills the next index alone. */
export async function fillIndex(
  tx: Transaction,
  source: SearchSource,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const index: Index = 'search_documents_next'
  const documents = await source.find(tx, ids, now)
  const coming = documents.flatMap(({ subject, changesAt }) => (changesAt ? [{ subject, at: changesAt }] : []))
  if (coming.length > 0) await insertComing(tx, coming)
  await writeDocuments(
    tx,
    index,
    ids.map((id) => refOf(source.subjectKind, id)),
    documents.map(indexRowOf),
  )
}

type Worded = Pick<SearchDocument, 'kind' | 'title' | 'body'> & { lang: string }

async function writeWords(tx: Transaction, stood: readonly Worded[], stands: readonly Worded[]): Promise<void> {
  const [before, now, titles] = [wordsIn(stood), wordsIn(stands), wordsIn(stands.map((one) => ({ ...one, body: '' })))]
  const fresh = [...now.values()].filter(({ folded }) => !before.has(folded))
  // A word of a body is offered when it stands in two: that is counted each night.
  await addWords(
    tx,
    fresh.filter(({ folded }) => titles.has(folded)),
  )
  await countKnownWords(
    tx,
    fresh.flatMap(({ folded }) => (titles.has(folded) ? [] : [folded])),
  )
  await forgetWords(
    tx,
    [...before.keys()].filter((folded) => !now.has(folded)),
  )
}

function wordsIn(documents: readonly Worded[]): Map<string, VocabularyWord> {
  const words = documents
    .filter(({ kind }) => hasOwnWords(kind))
    .flatMap(({ lang, title, body }) => wordsOf([title, body], lang as RecordLang))
  return new Map(words.map((word) => [word.folded, word]))
}
