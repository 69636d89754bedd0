import { piecesOf } from './index/index-row-rules.ts'
import type { RecordLang } from './search-source.ts'

/** A long file is found in pieces, each with a part of its own: the document, then `.2`, `.3` and so on, by language. */
export function filePieces({ documentId, lang, words }: { documentId: string; lang: string; words: string }) {
  return piecesOf(words).map((body, at) => ({
    part: `${documentId}.${lang}.${at + 1}`,
    heading: at === 0 ? null : `${at + 1}`,
    body,
  }))
}

/** Languages of files are any; what the search has no rules for is read as Albanian. */
export const recordLangOf = (lang: string): RecordLang => (lang === 'en' || lang === 'sr' ? lang : 'sq')
