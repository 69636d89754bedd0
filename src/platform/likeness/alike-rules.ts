import { relationOf, sameDirection } from './align-rules.ts'
import type { Sentence } from './sentence-rules.ts'
import type { Wording } from './wording-rules.ts'

/** How much of each text the other has to say. */
const LEAST_SHARED = 0.6
/** Where both add something of their own. */
const LEAST_SHARED_OF_BOTH = 0.64
/** A long sentence counts no more than this many words: each is one thing said. */
const MOST_WEIGHT = 6
const MOST_SENTENCES = 60

/** From 0, not alike, to 1, the same words. Symmetric. */
export function likenessOf(a: Wording, b: Wording): number {
  if (a.anchor !== b.anchor) return 0
  if (a.exact === b.exact) return 1
  if (!quoteTheSame(a, b) || a.sentences.length === 0 || b.sentences.length === 0) return 0
  // In one order, so that it is symmetric whatever is decided by who comes first.
  return a.exact < b.exact ? compared(a, b) : compared(b, a)
}

function quoteTheSame(a: Wording, b: Wording): boolean {
  if (a.quoted.size === 0 && b.quoted.size === 0) return true
  const shared = [...a.quoted].filter((word) => b.quoted.has(word)).length
  return shared * 2 >= Math.max(a.quoted.size, b.quoted.size)
}

type Pair = { one: Sentence; other: Sentence; share: number }

function compared(a: Wording, b: Wording): number {
  const [ofA, ofB] = [a.sentences.slice(0, MOST_SENTENCES), b.sentences.slice(0, MOST_SENTENCES)]
  const pairs = partnersOf(ofA, ofB)
  if (pairs === null || pairs.length === 0) return 0
  const own = {
    a: ofA.filter((one) => !pairs.some((pair) => pair.one === one)),
    b: ofB.filter((one) => !pairs.some((pair) => pair.other === one)),
  }
  const [shareA, shareB] = [1 - weightOf(own.a) / weightOf(ofA), 1 - weightOf(own.b) / weightOf(ofB)]
  const both = own.a.length > 0 && own.b.length > 0
  if (Math.min(shareA, shareB) < (both ? LEAST_SHARED_OF_BOTH : LEAST_SHARED)) return 0
  if ([...own.a, ...own.b].some(turnsAgainst)) return 0
  if (both && (clash(own.a, own.b) || !speaking(pairs))) return 0
  const words = pairs.reduce((sum, { share }) => sum + share, 0) / pairs.length
  return Math.round((0.3 + 0.3 * (shareA + shareB) + 0.1 * words) * 1000) / 1000
}

const weightOf = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { words }) => sum + Math.min(words.length, MOST_WEIGHT), 0)

/** Each sentence with the one that says the same, the nearest first. Null: one of them says the same of something else. */
function partnersOf(a: readonly Sentence[], b: readonly Sentence[]): Pair[] | null {
  const found: Pair[] = []
  const twins: [Sentence, Sentence][] = []
  const free = new Set(b)
  const rest: Sentence[] = []
  for (const one of a) {
    const copy = [...free].find(({ key }) => key === one.key)
    if (copy === undefined) rest.push(one)
    else {
      free.delete(copy)
      found.push({ one, other: copy, share: 1 })
    }
  }
  const near: Pair[] = []
  for (const one of rest) {
    for (const other of free) {
      const { is, share } = relationOf(one, other)
      if (is === 'same') near.push({ one, other, share })
      if (is === 'twin') twins.push([one, other])
    }
  }
  const left = new Set(rest)
  for (const pair of near.toSorted((x, y) => y.share - x.share)) {
    if (!left.has(pair.one) || !free.has(pair.other)) continue
    left.delete(pair.one)
    free.delete(pair.other)
    found.push(pair)
  }
  return twins.some(([one, other]) => left.has(one) && free.has(other)) ? null : found
}

/** What only one of them says may deny all the rest: "megjithatë nuk jam dakord". */
const TURNS = /^(?:megjithate|por|ndersa|pervecse|however|but|although|medjutim|ali|ipak)$/
const LITTLE = 4

function turnsAgainst({ words }: Sentence): boolean {
  const position = words.some(({ key }) => key === '#for' || key === '#against')
  return position && (words.length <= LITTLE || words.some(({ folded }) => TURNS.test(folded)))
}

/** Both say something else of one subject: the opposite as likely as not. */
const clash = (a: readonly Sentence[], b: readonly Sentence[]): boolean =>
  a.some((one) => b.some((other) => relationOf(one, other).is !== 'other' && !sameDirection(one, other)))

/** Most of what is shared is said by somebody who speaks for themselves: a quotation of a law alone makes nobody alike. */
function speaking(pairs: readonly Pair[]): boolean {
  const all = pairs.map(({ one }) => one)
  return weightOf(all.filter((one) => one.speaks)) * 5 >= weightOf(all) * 2
}
