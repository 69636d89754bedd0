import type { Transaction } from '../../db/database.ts'
import type { RecordLang } from '../search-source.ts'
import { holdIndex } from './changed-queries.ts'
import { deleteMatters, listIndexedMatters, type FoundPaper } from './document-queries.ts'
import { hasOwnWords, wordsOf } from './vocabulary-rules.ts'
import { forgetWords } from './vocabulary-write-queries.ts'

/**
 * Takes records out of the index in the transaction of the deed that takes them from the public: nobody finds them from
 * its commit on, and their words are offered to nobody. With them goes all that belongs to them. `papers`: found
 * with the record that they stand with.
 */
export async function forgetDocuments(
  tx: Transaction,
  subjects: readonly string[],
  papers: readonly FoundPaper[] = [],
): Promise<void> {
  await holdIndex(tx)
  const stood = await listIndexedMatters(tx, subjects, papers)
  await deleteMatters(tx, subjects, papers)
  const words = stood
    .filter(({ kind }) => hasOwnWords(kind))
    .flatMap(({ lang, title, body }) => wordsOf([title, body], lang as RecordLang))
  await forgetWords(tx, [...new Set(words.map(({ folded }) => folded))])
}
