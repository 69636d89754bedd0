import type { Sentence } from './sentence-rules.ts'
import type { Wording } from './wording-rules.ts'

/** Alike texts have sentences in common: each sentence is looked for by the least of its words, in four ways, two words each. */
const BANDS = 4
const ROWS = 2
/** Of a long letter only some sentences, the same ones in each copy. */
const MOST_SENTENCES = 12

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
export function bandKeysOf(wording: Wording): readonly number[] {
  const known = keysOf.get(wording) ?? readKeys(wording)
  keysOf.set(wording, known)
  return known
}

/** A wording never changes, and is asked for with each batch of newcomers. */
const keysOf = new WeakMap<Wording, readonly number[]>()

function readKeys(wording: Wording): number[] {
  const anchor = hashOf(wording.anchor, 0x811c9dc5)
  if (wording.sentences.length === 0) return [keyOf(hashOf(wording.exact, anchor), anchor)]
  const chosen = wording.sentences
    .map((sentence) => leastOf(sentence, anchor))
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .slice(0, MOST_SENTENCES)
  return [...new Set(chosen.flatMap((least) => SEEDS.flatMap((_, at) => (at % ROWS === 0 ? [bandOf(least, at)] : []))))]
}

function bandOf(least: readonly number[], at: number): number {
  const [a = 0, b = 0] = least.slice(at, at + ROWS)
  return keyOf(mixed(mixed(a) + b), mixed(a ^ Math.imul(b, 31) ^ at))
}

function leastOf({ bag }: Sentence, anchor: number): number[] {
  const words = [...bag].map((word) => hashOf(word, anchor))
  return SEEDS.map((seed) => words.reduce((least, word) => Math.min(least, mixed(word ^ seed)), 0xffffffff))
}

const keyOf = (high: number, low: number): number => (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0)
