import type { Wording } from './wording-rules.ts'

/** 24 bands of 3: texts that share half of their pairs of words meet in 96 of 100 cases, six tenths in 99.7. */
const BANDS = 24
const ROWS = 3
/** Texts shorter than this are alike only when all their words are, so all of them make one key. */
export const SHORT = 8

function hashOf(word: string, seed: number): number {
  let hash = seed >>> 0
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return mixed(hash)
}

function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Never others: keys of years ago must meet those of today. */
const SEEDS = Array.from({ length: BANDS * ROWS }, (_, n) => mixed(Math.imul(n + 1, 0x9e3779b1)))

/** Where texts are looked for: alike ones share at least one key, nearly always. Natural numbers of at most 53 bits. */
export function bandKeysOf(wording: Wording): number[] {
  const anchor = hashOf(wording.anchor, 0x811c9dc5)
  if (wording.size < SHORT) return [keyOf(hashOf(shortOf(wording), anchor), anchor)]
  const shingles = shinglesOf(wording).map((shingle) => hashOf(shingle, anchor))
  const least = SEEDS.map((seed) => {
    let smallest = 0xffffffff
    for (const shingle of shingles) {
      const hash = mixed(shingle ^ seed)
      if (hash < smallest) smallest = hash
    }
    return smallest
  })
  return Array.from({ length: BANDS }, (_, band) => {
    const [a = 0, b = 0, c = 0] = least.slice(band * ROWS, band * ROWS + ROWS)
    return keyOf(mixed(mixed(mixed(a) + b) + c), mixed(a ^ Math.imul(b, 31) ^ Math.imul(c, 131) ^ band))
  })
}

/** All words, in whatever order; what has none is found by its letters. */
const shortOf = ({ sentences, exact }: Wording): string =>
  sentences
    .flatMap((one) => one.words)
    .toSorted()
    .join(' ') || exact

const keyOf = (high: number, low: number): number => (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0)

/** Pairs of neighbours inside a sentence, and single words of sentences that have but one. */
export function shinglesOf({ sentences }: Wording): string[] {
  const found = new Set<string>()
  for (const { words } of sentences) {
    if (words.length === 1) found.add(words[0] ?? '')
    for (let at = 1; at < words.length; at++) found.add(`${words[at - 1]} ${words[at]}`)
  }
  return [...found]
}
