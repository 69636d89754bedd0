import { createHash } from 'node:crypto'

/** What a document is to the record that it hangs on. */
export const DOCUMENT_ROLES = [
  'draft',
  'reasoning',
  'notice',
  'annex',
  'attachment',
  'letter',
  'scan',
  'proof',
  'archive',
  'picture',
  'signed',
] as const
export type DocumentRole = (typeof DOCUMENT_ROLES)[number]

/** How far a document may travel, nearest to everybody first. */
export const DOCUMENT_CLASSES = ['public', 'internal', 'personal', 'confidential'] as const
export type DocumentClass = (typeof DOCUMENT_CLASSES)[number]

/** The class of a document whose bringer says nothing: subjects that are public by their nature, and people's own cases. */
export function defaultClass(subject: string): DocumentClass {
  if (subject.startsWith('consultations.')) return 'public'
  return subject.startsWith('intake.') ? 'personal' : 'internal'
}

/**
 * What became of reading the words of a file. `partly`: read up to our limit of pages; `unread`: pages without words, as
 * a scanner makes them; `none`: of a kind that has no words to read; the last three say why it could not be opened.
 */
export const READING_STATES = [
  'waiting',
  'read',
  'partly',
  'unread',
  'none',
  'encrypted',
  'broken',
  'too-heavy',
] as const
export type ReadingState = (typeof READING_STATES)[number]

/** States in which somebody who cannot see the file has no words of it. */
export const NOT_READABLE: readonly ReadingState[] = ['unread', 'encrypted', 'broken', 'too-heavy']

/** Languages in which a paper of an institution should be there (S2-2-04). */
export const WANTED_LANGUAGES = ['sq', 'en'] as const

/** Languages that can be chosen for a file. */
export const FILE_LANGUAGES = ['sq', 'en', 'sr'] as const

/** As they were written, signed or sent: nobody translates them. */
const OF_ONE_LANGUAGE: readonly DocumentRole[] = ['attachment', 'letter', 'proof', 'signed']

/** Those in which it is missing. A picture speaks none; what a person brought is as they wrote it. */
export function missingLanguages(document: {
  mediaType: string
  addedBy: string | null
  role: DocumentRole
  languages: readonly string[]
}): string[] {
  if (document.mediaType.startsWith('image/') || document.addedBy === null) return []
  if (OF_ONE_LANGUAGE.includes(document.role)) return []
  return WANTED_LANGUAGES.filter((lang) => !document.languages.includes(lang))
}

/** Words that are looked for: each the beginning of a word in the text. Null: nothing that could be found. */
export function searchTerms(words: string): string | null {
  const terms = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return terms
    ? terms
        .slice(0, 12)
        .map((term) => `${term}:*`)
        .join(' & ')
    : null
}

export type HappenedPrecision = 'day' | 'month' | 'year'

/** Pictures of papers: what they show is text, and its words are missing, not a description. */
const PAPER_ROLES: readonly DocumentRole[] = ['scan', 'proof', 'archive', 'letter', 'attachment', 'signed']

/** A picture among our own papers says something, or is marked as saying nothing. */
export const needsAlternative = (document: { mediaType: string; role: DocumentRole }): boolean =>
  document.mediaType.startsWith('image/') && !PAPER_ROLES.includes(document.role)

/** What stands of a document now, in one word: a form that was opened before another change brings another word. */
export const stateWord = (document: {
  title: string
  role: DocumentRole
  class: DocumentClass
  lang: string
  decorative: boolean
}): string =>
  createHash('sha1')
    .update(JSON.stringify([document.title, document.role, document.class, document.lang, document.decorative]))
    .digest('base64url')
