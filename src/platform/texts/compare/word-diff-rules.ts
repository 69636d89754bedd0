import { diffArrays } from 'diff'
import type { WordPiece } from './comparison.ts'

/** Words with what belongs inside them (nën-kreu, t'u, 12.3.2026, 39/1), runs of white space, single signs. */
const TOKENS = /[\p{L}\p{M}\p{N}]+(?:['’\-/.,][\p{L}\p{M}\p{N}]+)*|\s+|[^\s]/gu

export const tokensOf = (words: string): string[] => words.match(TOKENS) ?? []

/**
 * Beyond so many differences nobody reads the pieces, and finding them takes the square of their number: measured, 0.4 s
 * of processor time at this bound, however long the wordings are.
 */
const MOST_EDITS = 1_500

/**
 * Two wordings as pieces that people can read. `same` and `removed` together are `from`, `same` and `added` together are
 * `to`, to the character.
 */
export function diffWords(from: string, to: string): WordPiece[] {
  if (from === to) return from === '' ? [] : [{ kind: 'same', words: from }]
  return joinedUp(withoutIslands(tokenPieces(from, to)))
}

/** The same, unabridged: every token that stands in both, in order. */
export function tokenPieces(from: string, to: string): WordPiece[] {
  const changes = diffArrays(tokensOf(from), tokensOf(to), { maxEditLength: MOST_EDITS })
  if (!changes) return wholly(from, to)
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    words: value.join(''),
  }))
}

const wholly = (removed: string, added: string): WordPiece[] => [
  { kind: 'removed', words: removed },
  { kind: 'added', words: added },
]

/**
 * Agreement between two changes that is no more than spaces, signs or a small word next to much longer changes is chance,
 * and reads as confetti: "e", "të" and "në" stand in every sentence.
 */
function withoutIslands(pieces: readonly WordPiece[]): WordPiece[] {
  return pieces.flatMap((piece, at) => {
    if (piece.kind !== 'same' || at === 0 || at === pieces.length - 1) return [piece]
    const [before, after] = [changeBeside(pieces, at, -1), changeBeside(pieces, at, 1)]
    const small = letters(piece.words) * 2 <= Math.min(before, after) && letters(piece.words) <= LONGEST_ISLAND
    return small ? wholly(piece.words, piece.words) : [piece]
  })
}

const LONGEST_ISLAND = 8

const letters = (words: string): number => words.replace(/[^\p{L}\p{N}]/gu, '').length

/** Letters taken out and put in, from here to the next agreement. */
function changeBeside(pieces: readonly WordPiece[], at: number, step: 1 | -1): number {
  let count = 0
  for (let near = at + step; pieces[near] && pieces[near]?.kind !== 'same'; near += step) {
    count += letters(pieces[near]?.words ?? '')
  }
  return count
}

/** Of each change first what was taken out, then what was put in; pieces of a kind in one. */
function joinedUp(pieces: readonly WordPiece[]): WordPiece[] {
  const joined: WordPiece[] = []
  let [removed, added] = ['', '']
  const close = (): void => {
    joined.push(...wholly(removed, added).filter((piece) => piece.words !== ''))
    removed = added = ''
  }
  for (const { kind, words } of pieces) {
    if (kind === 'removed') removed += words
    else if (kind === 'added') added += words
    else if (words !== '') {
      close()
      const last = joined.at(-1)
      if (last?.kind === 'same') last.words += words
      else joined.push({ kind, words })
    }
  }
  close()
  return joined
}
