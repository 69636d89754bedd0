import { bagAt } from './likeness-rules.ts'
import { isFree, pair, turned, type Scope } from './pairing-rules.ts'
import type { Split } from './split-rules.ts'

/** So much of the shorter article's words went over in points that were found again: then the two may be one. */
const LEAST_OF_PAIR = 0.25
/** So much of an article without a continuation lives on in one that has its own: a person is asked whether they merged. */
const LEAST_OF_PART = 0.5

/**
 * Articles that nobody continues, though their points were found again: one that kept a single point, say, while the
 * others went next door. `items` compares single points. Never certain.
 */
export function pairByItems(articles: Scope, items: Scope): void {
  const { toOf, fromOf } = articles.pairing
  const carried = carriedWords(articles, items).toSorted((a, b) => b.weight - a.weight || a.from - b.from)
  for (const { from, to, weight } of carried) {
    if (!isFree(toOf, from) || !isFree(fromOf, to)) continue
    const shorter = Math.min(weightOf(items, 'from', from), weightOf(items, 'to', to))
    if (weight >= LEAST_OF_PAIR * shorter) pair(articles.pairing, from, to, false)
  }
}

/** Articles whose points all stand in another one now, or came from one that lives on. Never certain. */
export function partsByItems(articles: Scope, items: Scope): { splits: Split[]; mergers: Split[] } {
  const carried = carriedWords(articles, items)
  const back = carried.map(({ from, to, weight, arrived }) => ({
    from: to,
    to: from,
    weight: arrived,
    arrived: weight,
  }))
  return { splits: parts(turned(articles), turned(items), back), mergers: parts(articles, items, carried) }
}

/** What the points weigh in the article they left, and in the one they stand in now: they may have been reworded. */
type Carried = { from: number; to: number; weight: number; arrived: number }

/** How much of the words of one article went in whole points to another. */
function carriedWords(articles: Scope, items: Scope): Carried[] {
  const carried = new Map<string, Carried>()
  const open = { from: new Set(articles.froms), to: new Set(articles.tos) }
  for (const at of items.froms) {
    const partner = items.pairing.toOf[at] ?? -1
    const [from, to] = [items.from.index.home[at] ?? -1, items.to.index.home[partner] ?? -1]
    if (partner < 0 || !open.from.has(from) || !open.to.has(to)) continue
    if (!isFree(articles.pairing.toOf, from) && !isFree(articles.pairing.fromOf, to)) continue
    const known = carried.get(`${from} ${to}`) ?? { from, to, weight: 0, arrived: 0 }
    known.weight += bagAt(items.from.bag, at).weight
    known.arrived += bagAt(items.to.bag, partner).weight
    carried.set(`${from} ${to}`, known)
  }
  return [...carried.values()]
}

function weightOf(items: Scope, side: 'from' | 'to', at: number): number {
  const { index, bag } = items[side]
  let weight = 0
  for (let one = at; one < (index.end[at] ?? at + 1); one += 1) weight += bagAt(bag, one).weight
  return weight
}

/** Those that are gone as parts of the article, with its own continuation, in which most of them stands now. */
function parts(articles: Scope, items: Scope, carried: readonly Carried[]): Split[] {
  const wholes = new Map<number, Split>()
  const { toOf, fromOf } = articles.pairing
  for (const { from, to, weight } of carried) {
    // At most 1, but for the last digit: it is added up in another order.
    const share = Math.min(1, weight / Math.max(1, weightOf(items, 'from', from)))
    if (!isFree(toOf, from) || isFree(fromOf, to) || share < LEAST_OF_PART) continue
    const known = wholes.get(to) ?? { whole: to, pieces: [fromOf[to] ?? -1], likeness: share, sure: false }
    known.pieces.push(from)
    known.likeness = Math.min(known.likeness, share)
    wholes.set(to, known)
  }
  return [...wholes.values()]
}
