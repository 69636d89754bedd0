/** How much of the words two wordings share: words counted, rare ones weighing more. */

/**
 * Words as they are compared: small letters, without signs; hyphens, apostrophes and strokes belong to the word. Of a range
 * of numbers (650-652, 650–652) each is a word: references are renumbered one by one.
 */
export const wordsIn = (folded: string): string[] =>
  folded
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/\p{N}[\p{L}\p{M}\p{N}]*(?:\/[\p{L}\p{M}\p{N}]+)*|[\p{L}\p{M}\p{N}]+(?:['\-/][\p{L}\p{M}\p{N}]+)*/gu) ?? []

/** Words under numbers, how often each stands there, and how much all of them weigh together. */
export type Bag = { words: ReadonlyMap<number, number>; count: number; weight: number }

export const EMPTY_BAG: Bag = { words: new Map(), count: 0, weight: 0 }

export type Bags = {
  from: readonly Bag[]
  to: readonly Bag[]
  weights: readonly number[]
  numberOf: ReadonlyMap<string, number>
}

/**
 * The words of every wording of two versions. A word weighs by the logarithm of how seldom it stands in them, as in
 * every search engine: "bashkia" in a law on municipalities tells nothing, "lopata" much.
 */
export function bagsOf(from: readonly string[], to: readonly string[]): Bags {
  const numbers = new Map<string, number>()
  const seen: number[] = []
  // Most wordings stand in both versions: their words are read once.
  const known = new Map<string, { words: Map<number, number>; count: number }>()
  const count = (folded: string): { words: Map<number, number>; count: number } => {
    const bag = known.get(folded) ?? numbered(wordsIn(folded), numbers)
    known.set(folded, bag)
    for (const word of bag.words.keys()) seen[word] = (seen[word] ?? 0) + 1
    return bag
  }
  const counted = { from: from.map(count), to: to.map(count) }
  const wordings = from.length + to.length
  const weights = seen.map((times) => Math.log(1 + wordings / times))
  const weigh = (bag: { words: Map<number, number>; count: number }): Bag => ({
    ...bag,
    weight: weightOf(bag.words, weights),
  })
  return { from: counted.from.map(weigh), to: counted.to.map(weigh), weights, numberOf: numbers }
}

function numbered(all: readonly string[], numbers: Map<string, number>): { words: Map<number, number>; count: number } {
  const words = new Map<number, number>()
  for (const word of all) {
    let number = numbers.get(word)
    if (number === undefined) numbers.set(word, (number = numbers.size))
    words.set(number, (words.get(number) ?? 0) + 1)
  }
  return { words, count: all.length }
}

function weightOf(words: ReadonlyMap<number, number>, weights: readonly number[]): number {
  let weight = 0
  for (const [word, count] of words) weight += count * (weights[word] ?? 0)
  return weight
}

/** Everything in any of the bags. */
export function bagTogether(bags: readonly Bag[]): Bag {
  const [first] = bags
  if (first && bags.length === 1) return first
  const words = new Map<number, number>()
  for (const bag of bags) for (const [word, count] of bag.words) words.set(word, (words.get(word) ?? 0) + count)
  return {
    words,
    count: bags.reduce((sum, bag) => sum + bag.count, 0),
    weight: bags.reduce((sum, bag) => sum + bag.weight, 0),
  }
}

/** What is left of a bag once the other was taken out. */
export function bagWithout(bag: Bag, other: Bag, weights: readonly number[]): Bag {
  const words = new Map<number, number>()
  let total = 0
  for (const [word, count] of bag.words) {
    const left = count - (other.words.get(word) ?? 0)
    if (left <= 0) continue
    words.set(word, left)
    total += left
  }
  return { words, count: total, weight: weightOf(words, weights) }
}

/** 0: no word in common, 1: the same words. */
export function bagLikeness(one: Bag, other: Bag, weights: readonly number[]): number {
  if (one.weight === 0 || other.weight === 0) return 0
  return (2 * sharedWeight(one, other, weights)) / (one.weight + other.weight)
}

export function sharedWeight(one: Bag, other: Bag, weights: readonly number[]): number {
  const [small, large] = one.words.size <= other.words.size ? [one.words, other.words] : [other.words, one.words]
  let shared = 0
  for (const [word, count] of small) {
    const there = large.get(word)
    if (there !== undefined) shared += Math.min(count, there) * (weights[word] ?? 0)
  }
  return shared
}

/** Two wordings alone, without a text around them: every word weighs the same. */
export function plainLikeness(one: string, other: string): number {
  if (one === other) return 1
  const { from, to } = bagsOf([one], [other])
  const [a, b] = [from[0], to[0]]
  if (!a || !b || a.count + b.count === 0) return 1
  let shared = 0
  for (const [word, count] of a.words) shared += Math.min(count, b.words.get(word) ?? 0)
  return (2 * shared) / (a.count + b.count)
}
