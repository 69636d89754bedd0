import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WordPiece } from './comparison.ts'
import { diffWords } from './word-diff-rules.ts'

/** `[-removed-]`, `{+added+}` */
const shown = (pieces: readonly WordPiece[]): string =>
  pieces
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'added' ? `{+${words}+}` : `[-${words}-]`))
    .join('')
const diff = (from: string, to: string): string => shown(diffWords(from, to))

describe('The difference of two wordings', () => {
  it('names words, not letters', () => {
    expect(diff('Tarifa është njëqind lekë.', 'Tarifa është dyqind lekë.')).toBe(
      'Tarifa është [-njëqind-]{+dyqind+} lekë.',
    )
  })

  it('keeps words with ë and ç, hyphens and apostrophes whole', () => {
    expect(diff("Çdo QKB-ja t'i japë", "Çdo QKB-së t'u japë")).toBe("Çdo [-QKB-ja t'i-]{+QKB-së t'u+} japë")
  })

  it('keeps dates, sums and numbers of articles whole', () => {
    expect(diff('neni 39/1, 12.3.2026', 'neni 39/2, 12.3.2026')).toBe('neni [-39/1-]{+39/2+}, 12.3.2026')
  })

  it('tells a sign alone', () => {
    expect(diff('a) tregu; b) sheshi', 'a) tregu, b) sheshi')).toBe('a) tregu[-;-]{+,+} b) sheshi')
  })

  it('keeps line breaks', () => {
    expect(diff('Rreshti i parë\nRreshti i dytë', 'Rreshti i parë\nRreshti i tretë')).toBe(
      'Rreshti i parë\nRreshti i [-dytë-]{+tretë+}',
    )
  })

  it('has no confetti: small words between long changes are not kept by chance', () => {
    expect(
      diff(
        'Kryetari miraton rregulloren e tregjeve publike sot',
        'Këshilli shqyrton propozimin e qytetarëve brenda sot',
      ),
    ).toBe(
      '[-Kryetari miraton rregulloren e tregjeve publike-]{+Këshilli shqyrton propozimin e qytetarëve brenda+} sot',
    )
  })

  it('says of nothing that it was put in or taken out', () => {
    expect([diff('', ''), diff('', 'i ri'), diff('i vjetër', '')]).toEqual(['', '{+i ri+}', '[-i vjetër-]'])
  })

  it('gives up on long texts that have nothing in common, quickly', () => {
    const long = (word: string): string => Array.from({ length: 9_000 }, (_, at) => `${word}${at}`).join(' ')
    const begun = performance.now()
    expect(diffWords(long('neni'), long('pika')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(performance.now() - begun).toBeLessThan(3_000)
  })

  it('gives both wordings back to the character', () => {
    const words = fc.array(
      fc.constantFrom('ligji', 'e', 'të', 'QKB-së', "t'i", ' ', ' ', ' ', '\n', ',', '.', '12.3', '𝒜', 'ë'),
      {
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [from, to] = [one.join(''), other.join('')]
        const pieces = diffWords(from, to)
        const said = (kind: WordPiece['kind']): string =>
          pieces.map((piece) => (piece.kind === 'same' || piece.kind === kind ? piece.words : '')).join('')
        expect([said('removed'), said('added')]).toEqual([from, to])
        expect(pieces.every((piece) => piece.words !== '')).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives any text back to the character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (from, to) => {
        const pieces = diffWords(from, to)
        expect(pieces.map(({ kind, words }) => (kind === 'added' ? '' : words)).join('')).toBe(from)
        expect(pieces.map(({ kind, words }) => (kind === 'removed' ? '' : words)).join('')).toBe(to)
      }),
    )
  })
})
