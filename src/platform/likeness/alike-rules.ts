import { SHORT } from './sketch-rules.ts'
import { deniesByItsHead, takesAPosition } from './stance-rules.ts'
import type { Mark, Sentence, Wording } from './wording-rules.ts'

/** How much of each text the other has to say, in its order. */
const LEAST_SHARED = 0.55
/** Where both add something of their own. */
const LEAST_SHARED_OF_BOTH = 0.65
const LEAST_WORDS_OF_BOTH = 16
/** Of every ten words so many may be other words. */
const OTHER_WORDS = 0.1
/** From here on a sentence of one's own is an addition, not a word put otherwise. */
const ADDITION = 4

/** From 0, not alike, to 1, the same words. Symmetric. */
export function likenessOf(a: Wording, b: Wording): number {
  if (a.anchor !== b.anchor) return 0
  if (a.exact === b.exact) return 1
  if (!quoteTheSame(a, b)) return 0
  if (a.size < SHORT || b.size < SHORT) return shortLikeness(a, b)
  // In one order, so that it is symmetric whatever is decided by who comes first.
  return a.exact < b.exact ? longLikeness(a, b) : longLikeness(b, a)
}

function quoteTheSame(a: Wording, b: Wording): boolean {
  if (a.quoted.size === 0 && b.quoted.size === 0) return true
  const shared = [...a.quoted].filter((word) => b.quoted.has(word)).length
  return shared * 2 >= Math.max(a.quoted.size, b.quoted.size)
}

/** A short text says the same when it has the same words, the same sides, the same numbers and the same names. */
function shortLikeness(a: Wording, b: Wording): number {
  if (a.size !== b.size || a.size === 0) return 0
  const other = renamed(a, b)
  if (other === null) return 0
  if (bagOf(wordsOf(other)) !== bagOf(wordsOf(b))) return 0
  if (!sameMarks(other.sentences, b.sentences)) return 0
  return sameSet(a.names, b.names) ? 0.95 : 0
}

const wordsOf = ({ sentences }: Wording): string[] => sentences.flatMap((one) => one.words)
const bagOf = (words: readonly string[]): string => words.toSorted().join(' ')
const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one))

function longLikeness(first: Wording, b: Wording): number {
  const a = renamed(first, b)
  if (a === null) return 0
  const [ofA, ofB] = [sharedBy(a, b), sharedBy(b, a)]
  const least = Math.min(ofA.share, ofB.share)
  if (least < LEAST_SHARED) return 0
  if (!mayDiffer(ofA, ofB)) return 0
  if (!sameMarks(ofA.shared, ofB.shared)) return 0
  if ([...ofA.own, ...ofB.own].some(({ stances }) => stances.some(takesAPosition))) return 0
  return Math.round((0.3 + 0.35 * (ofA.share + ofB.share)) * 1000) / 1000
}

type Shared = {
  /** Sentences that the other has too, whole or nearly. */
  shared: Sentence[]
  /** Those that it has not. */
  own: Sentence[]
  /** Words of the first kind that the other has, and those that it has not. */
  common: number
  scattered: number
  added: number
  share: number
}

/** What of one text stands in the other, sentence by sentence: a word counts where one of its neighbours is there too. */
function sharedBy(one: Wording, other: Wording): Shared {
  const rows = new Set<string>()
  const single = new Set<string>()
  for (const { words } of other.sentences) {
    words.forEach((word, at) => {
      single.add(word)
      if (at > 0) rows.add(`${words[at - 1]} ${word}`)
    })
  }
  const found: Shared = { shared: [], own: [], common: 0, scattered: 0, added: 0, share: 0 }
  for (const sentence of one.sentences) count(found, sentence, supported(sentence.words, rows, single))
  found.share = one.size === 0 ? 0 : found.common / one.size
  return found
}

function supported(words: readonly string[], rows: ReadonlySet<string>, single: ReadonlySet<string>): number {
  const least = words.length === 1
  return words.filter(
    (word, at) =>
      single.has(word) &&
      (least || rows.has(`${words[at - 1] ?? ''} ${word}`) || rows.has(`${word} ${words[at + 1] ?? ''}`)),
  ).length
}

function count(found: Shared, sentence: Sentence, common: number): void {
  const { length } = sentence.words
  // Half of it, or nothing but small words and sides, which belong to what stands around.
  if (common * 2 >= length) {
    found.shared.push(sentence)
    found.common += common
    found.scattered += length - common
    return
  }
  found.own.push(sentence)
  if (length >= ADDITION) found.added += length
  else found.scattered += length
}

function mayDiffer(a: Shared, b: Shared): boolean {
  const common = Math.min(a.common, b.common)
  if (Math.min(a.scattered, b.scattered) > Math.floor(common * OTHER_WORDS)) return false
  if (a.own.length === 0 && b.own.length === 0) return true
  // Alone, a quotation of the law could be what they share.
  if (!speaking(a.shared)) return false
  if (a.added === 0 || b.added === 0) return true
  return common >= LEAST_WORDS_OF_BOTH && Math.min(a.share, b.share) >= LEAST_SHARED_OF_BOTH
}

/** Most of what is shared is said by somebody who speaks for themselves. */
function speaking(sentences: readonly Sentence[]): boolean {
  const sizeOf = (list: readonly Sentence[]) => list.reduce((sum, one) => sum + one.words.length, 0)
  return sizeOf(sentences.filter((one) => one.speaks)) * 5 >= sizeOf(sentences) * 2
}

/** The same sides taken and the same numbers named, each beside one of the same words. */
function sameMarks(a: readonly Sentence[], b: readonly Sentence[]): boolean {
  return (
    matched(
      a.flatMap((one) => one.stances),
      b.flatMap((one) => one.stances),
    ) &&
    matched(
      a.flatMap((one) => one.numbers),
      b.flatMap((one) => one.numbers),
    ) &&
    inOneOrder(a, b)
  )
}

function matched(a: readonly Mark[], b: readonly Mark[]): boolean {
  if (a.length !== b.length) return false
  const free = [...b]
  for (const mark of a) {
    const fit = ({ of, left, right }: Mark) => of === mark.of && (left === mark.left || right === mark.right)
    const at = free.findIndex(fit)
    if (at < 0) return false
    free.splice(at, 1)
  }
  return true
}

/** Of two numbers that change places each may still stand beside a word that it knows: nga 300 në 500. */
function inOneOrder(a: readonly Sentence[], b: readonly Sentence[]): boolean {
  const orders = (list: readonly Sentence[]) =>
    list
      .filter((one) => one.numbers.length > 1)
      .map((one) => one.numbers.map(({ of }) => of).join(' '))
      .toSorted()
  return orders(a).join(';') === orders(b).join(';')
}

/**
 * The first text with the words of the second where they differ by a slip of the hand. Null where they differ by a syllable that
 * denies: no slip.
 */
function renamed(a: Wording, b: Wording): Wording | null {
  const [known, own] = [new Set(wordsOf(b)), new Set(wordsOf(a))]
  const strangers = [...own].filter((word) => !known.has(word))
  if (strangers.length === 0) return a
  // More than slips of the hand could mend: most pairs end here.
  if (strangers.length * 5 > own.size * 3) return null
  const free = [...known].filter((word) => !own.has(word))
  const names = new Map<string, string>()
  for (const word of strangers) {
    if (free.some((one) => deniesByItsHead(word, one))) return null
    const near = free.find((one) => isSlip(word, one))
    if (near !== undefined) names.set(word, near)
  }
  if (names.size === 0) return a
  const other = (word: string) => names.get(word) ?? word
  const marked = (mark: Mark): Mark => ({ of: mark.of, left: other(mark.left), right: other(mark.right) })
  return {
    ...a,
    sentences: a.sentences.map((one) => ({
      ...one,
      words: one.words.map(other),
      stances: one.stances.map(marked),
      numbers: one.numbers.map(marked),
    })),
  }
}

const SIGN = /^[#=~]/

/** One letter more, less, other or two changed in a word of five, two in a word of nine. */
function isSlip(a: string, b: string): boolean {
  if (SIGN.test(a) || SIGN.test(b)) return false
  const length = Math.min(a.length, b.length)
  if (length < 5 || a[0] !== b[0]) return false
  return distance(a, b) <= (length >= 9 ? 2 : 1)
}

function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 3
}
