import { passagesIn, type PersonalDataKind } from '../comments/personal-data-rules.ts'

/** Why data in a comment are covered. A closed list: everybody reads it. */
export const REDACTION_GROUNDS = ['third-person', 'minor', 'sensitive', 'own-data', 'authority-order'] as const
export type RedactionGround = (typeof REDACTION_GROUNDS)[number]

/** What stood there: the mark that stands in its place says it. */
export const COVERED_KINDS = ['identity-number', 'telephone', 'email', 'name', 'address', 'other'] as const
export type CoveredKind = (typeof COVERED_KINDS)[number]

export type Passage = { words: string; kind: CoveredKind }

/** Words that are typed are at least so long: shorter ones would cover half a text. */
export const SHORTEST_PASSAGE = 3
export const MOST_PASSAGES = 30

/** The marks that stand in place of the words, in the language of the comment. */
export type Marks = Record<CoveredKind, string>

/** How often a passage stands in words. */
export const timesIn = (words: string, passage: string): number => words.split(passage).length - 1

/**
 * The words with every passage covered, the longest first, so that a name within a longer name is not left over. Where the
 * marks would make the words too long to be kept, shorter marks stand.
 */
export function coverIn(words: string, passages: readonly Passage[], marks: Marks, longest: number): string {
  const covered = cover(words, passages, (kind) => marks[kind])
  if ([...covered].length <= longest) return covered
  return cover(words, passages, () => '[…]')
}

function cover(words: string, passages: readonly Passage[], markOf: (kind: CoveredKind) => string): string {
  const longestFirst = passages.toSorted((one, other) => other.words.length - one.words.length)
  // By pieces: a mark that stands already is never looked into again.
  let pieces: { words: string; open: boolean }[] = [{ words, open: true }]
  for (const passage of longestFirst) {
    pieces = pieces.flatMap((piece) => {
      if (!piece.open) return [piece]
      return piece.words
        .split(passage.words)
        .flatMap((rest, n) => [
          ...(n > 0 ? [{ words: markOf(passage.kind), open: false }] : []),
          { words: rest, open: true },
        ])
    })
  }
  return pieces.map((piece) => piece.words).join('')
}

/** What the check of the words finds, each passage once, to be offered. */
export function offeredIn(words: readonly string[]): Passage[] {
  const found = new Map<string, PersonalDataKind>()
  for (const one of words) for (const { words: passage, kind } of passagesIn(one)) found.set(passage, kind)
  return [...found].map(([passage, kind]) => ({ words: passage, kind })).slice(0, MOST_PASSAGES)
}
