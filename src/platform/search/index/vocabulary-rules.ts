import { isStopWord, stemIn } from '../analysis/lexeme-rules.ts'
import { tokensOf } from '../analysis/tokenize-rules.ts'
import type { RecordLang } from '../search-source.ts'

/** A word that stands in something public, as it is written most often, and in how many documents. */
export type VocabularyWord = { folded: string; shown: string; stem: string; documents: number }

/** Words of a document that help who mistypes: no numbers, nothing short, each once. As written, but for capitals. */
export function wordsOf(texts: readonly string[], lang: RecordLang): VocabularyWord[] {
  const words = new Map<string, VocabularyWord>()
  for (const text of texts)
    for (const { raw, folded, kind } of tokensOf(text)) {
      if (
        kind !== 'word' ||
        isStopWord({ folded, kind }) ||
        folded.length < 3 ||
        folded.length > 60 ||
        words.has(folded)
      )
        continue
      words.set(folded, { folded, shown: raw.normalize('NFC').toLowerCase(), stem: stemIn(lang, folded), documents: 1 })
    }
  return [...words.values()]
}

/** Kinds whose words are never offered: what citizens wrote may name somebody. */
export const hasOwnWords = (kind: string): boolean => kind !== 'comment'
