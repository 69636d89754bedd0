import type { Sentence, Word } from './sentence-rules.ts'
import { isSlip } from './slip-rules.ts'
import { deniesByItsHead } from './stance-rules.ts'

/**
 * What two sentences are to each other: the same, slips and small additions aside; the same about something else or the
 * opposite; about the same subject in other words; or of two subjects.
 */
export type Relation = { is: 'same'; share: number } | { is: 'twin' | 'subject' | 'other'; share: number }

const LEAST_SAME = 0.75
/** A sentence so short leaves no room for other words. */
const SHORT = 4
const LEAST_TWIN = 0.6
const LEAST_COMMON = 0.3

const SAME: Relation = { is: 'same', share: 1 }
const known = new WeakMap<Sentence, WeakMap<Sentence, Relation>>()

export function relationOf(a: Sentence, b: Sentence): Relation {
  if (a.key === b.key) return SAME
  const ofA = known.get(a) ?? new WeakMap<Sentence, Relation>()
  known.set(a, ofA)
  const before = ofA.get(b)
  if (before) return before
  const relation = reckoned(a, b)
  ofA.set(b, relation)
  return relation
}

function reckoned(a: Sentence, b: Sentence): Relation {
  const common = commonOf(a, b)
  const least = Math.min(a.words.length, b.words.length)
  if (common === 0 || common < least * LEAST_COMMON) return { is: common > 1 ? 'subject' : 'other', share: 0 }
  const { pairs, critical } = aligned(a.words, b.words)
  const most = Math.max(a.words.length, b.words.length)
  const share = pairs / most
  if (!critical && (most <= SHORT ? pairs === most : share >= LEAST_SAME)) return { is: 'same', share }
  if (critical && pairs >= least * LEAST_TWIN) return { is: 'twin', share }
  return { is: sameSubject(a, b) ? 'subject' : 'other', share }
}

function commonOf(a: Sentence, b: Sentence): number {
  let common = 0
  for (const key of a.bag) if (b.bag.has(key)) common += 1
  return common
}

/** Two words of substance, or one of a short sentence. */
function sameSubject(a: Sentence, b: Sentence): boolean {
  const substance = (sentence: Sentence) =>
    new Set(sentence.words.filter(({ kind, name }) => kind === 'word' && !name).map(({ key }) => key))
  const [ofA, ofB] = [substance(a), substance(b)]
  const common = [...ofA].filter((key) => ofB.has(key)).length
  return common >= 2 || (common === 1 && Math.min(ofA.size, ofB.size) <= 5)
}

/** A word misspelled may lose its side; two sides are never one word. */
const same = (a: Word, b: Word): boolean =>
  a.key === b.key || (!(a.kind !== 'word' && b.kind !== 'word') && isSlip(a.folded, b.folded))

/** Word by word in one order. Critical: what is left over on one side counts, denies, takes a side, or names another place. */
function aligned(a: readonly Word[], b: readonly Word[]): { pairs: number; critical: boolean } {
  const best = longest(a, b)
  let [pairs, critical] = [0, false]
  let [i, j] = [0, 0]
  let [gapA, gapB]: [Word[], Word[]] = [[], []]
  const close = () => {
    if (differs(gapA, gapB)) critical = true
    ;[gapA, gapB] = [[], []]
  }
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]]
    if (one && other && same(one, other)) {
      close()
      pairs += 1
      i += 1
      j += 1
    } else if (one && (!other || (best[i + 1]?.[j] ?? 0) >= (best[i]?.[j + 1] ?? 0))) {
      gapA.push(one)
      i += 1
    } else if (other) {
      gapB.push(other)
      j += 1
    }
  }
  close()
  return { pairs, critical }
}

function differs(a: readonly Word[], b: readonly Word[]): boolean {
  if ([...a, ...b].some(({ kind, name }) => kind !== 'word' || name)) return true
  if (a.length === 0 || b.length === 0) return false
  return (
    [...a, ...b].some(({ placed }) => placed) ||
    a.some((one) => b.some((other) => deniesByItsHead(one.folded, other.folded)))
  )
}

/** best[i][j]: how many pairs the rest from i and j has at most. */
function longest(a: readonly Word[], b: readonly Word[]): number[][] {
  const best = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [one, other] = [a[i], b[j]]
      const row = best[i]
      if (!one || !other || !row) continue
      row[j] = same(one, other)
        ? (best[i + 1]?.[j + 1] ?? 0) + 1
        : Math.max(best[i + 1]?.[j] ?? 0, best[i]?.[j + 1] ?? 0)
    }
  }
  return best
}

/** What denies, refuses or takes away; two sentences that both do, or both do not, point the same way. */
const NEGATIVE = new Set(['#not', '#against', '#remove', '#close', '#down', '#bad'])

/** Of two sentences about one subject in other words: both take a side, the same one, with the same numbers and names. */
export function sameDirection(a: Sentence, b: Sentence): boolean {
  const [ofA, ofB] = [sidesOf(a), sidesOf(b)]
  if (ofA.length === 0 || ofB.length === 0) return false
  const denies = (sides: readonly string[]) => sides.some((side) => NEGATIVE.has(side))
  return denies(ofA) === denies(ofB) && numbersOf(a) === numbersOf(b) && namesWithin(a, b) && namesWithin(b, a)
}

const sidesOf = ({ words }: Sentence): string[] =>
  words.filter(({ kind, key }) => kind === 'stance' && key !== '#only').map(({ key }) => key)
const numbersOf = ({ words }: Sentence): string =>
  words
    .filter(({ kind }) => kind === 'number')
    .map(({ key }) => key)
    .join(' ')
const namesWithin = ({ words }: Sentence, { bag }: Sentence): boolean =>
  words.every(({ name, key }) => !name || bag.has(key))
