/**
 * Words that nobody has written elsewhere. A secret is two words that stand beside each other: an answer to the first one
 * says it again because it was asked for, so it is the other that must not be in it.
 */
export type Secret = { name: string; asked: string; beside: string; both: string }

/** Of letters alone, each beginning differently, and far from each other for whoever looks for slips of the hand. */
export function secretOf(name: string, n: number): Secret {
  const letters = 'bdfgklmprstvz'
  const letter = (place: number) => letters[place % letters.length] ?? 'b'
  const core = `${letter(n)}u${letter(Math.floor(n / 13))}u${letter(n * 7 + 3)}o${letter(n * 5 + 1)}`
  const asked = `x${core}aqyx`
  const beside = `q${[...core].toReversed().join('')}uxyq`
  return { name, asked, beside, both: `${asked} ${beside}` }
}

/** The word with one letter changed, as somebody might type it. */
export const mistyped = (word: string): string => `${word.slice(0, -3)}w${word.slice(-2)}`

/** What somebody has typed of it so far. */
export const begun = (word: string): string => word.slice(0, 4)
