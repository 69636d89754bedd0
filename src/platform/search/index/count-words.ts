import { sealed } from '../../db/sealed-transaction.ts'
import type { Services } from '../../services.ts'
import type { RecordLang } from '../search-source.ts'
import { holdIndex } from './changed-queries.ts'
import { wordsOf, type VocabularyWord } from './vocabulary-rules.ts'
import { listCountedDocuments, listPlaceNames, replaceWords } from './vocabulary-write-queries.ts'

const AT_ONCE = 500
/** More different words than people mistype; of a larger record the rarest are left out. */
const MOST_WORDS = 300_000

/**
 * Counts anew in how many documents each word stands, over everything. The index is held meanwhile only to write: a
 * document that comes or goes while we count is counted, or not, until the next night.
 */
export async function countWords({ db }: Pick<Services, 'db'>, signal?: AbortSignal): Promise<number> {
  const words = new Map<string, VocabularyWord>()
  // Offered although they stand only once.
  const named = new Set<string>()
  for (const { name, lang } of await listPlaceNames(db)) nameOnce(words, named, wordsOf([name], lang as RecordLang))
  for (let after = '0'; ;) {
    if (signal?.aborted) return 0
    const documents = await listCountedDocuments(db, after, AT_ONCE)
    for (const { lang, title, heading, body } of documents) {
      count(words, wordsOf([title, heading ?? '', body], lang as RecordLang))
      for (const { folded } of wordsOf([title, heading ?? ''], lang as RecordLang)) named.add(folded)
    }
    const last = documents.at(-1)
    if (!last || documents.length < AT_ONCE) break
    after = last.id
  }
  const most = [...words.values()]
    .filter(({ folded, documents }) => documents > 1 || named.has(folded))
    .toSorted((one, other) => other.documents - one.documents)
    .slice(0, MOST_WORDS)
  await sealed(db, async (tx) => {
    await holdIndex(tx)
    await replaceWords(tx, most)
  })
  return most.length
}

function count(words: Map<string, VocabularyWord>, found: readonly VocabularyWord[]): void {
  for (const word of found) {
    const known = words.get(word.folded)
    if (known) known.documents += 1
    else words.set(word.folded, word)
  }
}

/** A name counts once, however many places have it. */
function nameOnce(words: Map<string, VocabularyWord>, named: Set<string>, found: readonly VocabularyWord[]): void {
  for (const word of found) {
    named.add(word.folded)
    if (!words.has(word.folded)) words.set(word.folded, word)
  }
}
