import type { ReadText } from './text-rules.ts'
import { cleanText } from './words-rules.ts'

/**
 * The promise of every reader: each visible character of the source stands in the tree, in order, or in a doubt that
 * stands in no node. Returns null, or where the first difference is.
 */
export function nothingIsLost(source: string[], read: ReadText): string | null {
  const wanted = source.map(bare).join('')
  const tree = read.nodes.map((node) => bare(node.printed)).join('')
  const asides = read.doubts
    .filter((doubt) => doubt.node === null)
    .map((doubt) => bare(doubt.source))
    .filter(Boolean)
  const reached = furthestReached(wanted, tree, asides)
  if (reached === wanted.length && wanted.length === tree.length + asides.join('').length) return null
  const around = JSON.stringify(wanted.slice(Math.max(0, reached - 20), reached + 40))
  return `source departs from tree and doubts at visible character ${reached}: ${around}`
}

const bare = (text: string): string => cleanText(text).replace(/\s+/g, '')

/**
 * The source must be the tree's characters with whole asides in between, both in order. Goes through the source and
 * keeps, for each place reached, how many asides have been passed by then: from it follows the place in the tree.
 */
function furthestReached(wanted: string, tree: string, asides: string[]): number {
  const passedLength = [0]
  for (const aside of asides) passedLength.push((passedLength.at(-1) ?? 0) + aside.length)
  const reachable = new Map<number, Set<number>>([[0, new Set([0])]])
  const reach = (at: number, passed: number) => reachable.set(at, (reachable.get(at) ?? new Set()).add(passed))
  let furthest = 0
  for (let at = 0; at <= wanted.length; at += 1) {
    const states = reachable.get(at)
    if (!states) continue
    furthest = at
    for (const passed of states) {
      const aside = asides[passed]
      if (aside !== undefined && wanted.startsWith(aside, at)) reach(at + aside.length, passed + 1)
      const inTree = at - (passedLength[passed] ?? 0)
      if (at < wanted.length && inTree < tree.length && wanted[at] === tree[inTree]) reach(at + 1, passed)
    }
    reachable.delete(at)
  }
  return furthest
}
