/** A word broken at the end of a line, and a word that has a hyphen of its own. */

const SOFT = '\u00ad'
const BROKEN = /(\p{L}+)[-\u2010\u00ad]$/u
const GOES_ON = /^\p{Ll}+/u

/** Words that stand within lines of the text, hyphened or not: they tell how a broken one is written. */
export class Vocabulary {
  #words = new Set<string>()

  add(line: string): void {
    const words = line.split(/\s+/)
    // The last may be broken itself.
    for (const word of words.slice(0, -1)) this.#words.add(plain(word))
  }

  has(word: string): boolean {
    return this.#words.has(plain(word))
  }
}

const plain = (word: string): string => word.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** First parts of compounds that Albanian writes with a hyphen. */
const COMPOUND =
  /(?:^|\P{L})(?:\p{L}+(?:iko|ano|ezo)|social[eo]?|jo|ish|zëvendës|shqip|serbo|greko|italo|ndër|veri|jug|ekonomik[eo]?)$/iu

/** Both lines as one. The hyphen of a broken word becomes a soft one: it stays in the source and is no part of the word. */
export function joinedLines(first: string, second: string, vocabulary: Vocabulary): string {
  const found = BROKEN.exec(first)
  const rest = GOES_ON.exec(second)?.[0]
  if (!found || !rest) return `${first} ${second}`
  const head = found[1] ?? ''
  const hyphen = first.slice(-1)
  const whole = first.slice(0, -1)
  if (hyphen === SOFT || vocabulary.has(head + rest)) return `${whole}${SOFT}${second}`
  const compound = vocabulary.has(`${head}-${rest}`) || COMPOUND.test(head)
  return compound ? `${first}${second}` : `${whole}${SOFT}${second}`
}

export const isBroken = (line: string): boolean => BROKEN.test(line)
