import { pairRepeated, pairUnique } from './exact-match-rules.ts'
import { pairAlike, type Candidate } from './likeness-rules.ts'
import { pairLeftovers } from './leftover-match-rules.ts'
import { neighboursOf } from './neighbour-rules.ts'
import type { Pairing, Scope, Side } from './pairing-rules.ts'
import { findMergers, findSplits, type Split, type SplitLaw } from './split-rules.ts'
import type { VersionIndex } from './version-index-rules.ts'
import { bagsOf, EMPTY_BAG } from './word-bag-rules.ts'

/** Articles are found again by all their words, with those of their points, letters and paragraphs. */
export function articleScope(from: VersionIndex, to: VersionIndex, pairing: Pairing): Scope {
  const [wordsFrom, wordsTo] = [wholeWords(from), wholeWords(to)]
  const bags = bagsOf([...wordsFrom.values()], [...wordsTo.values()])
  const side = (index: VersionIndex, words: ReadonlyMap<number, string>, some: Side['bag']): Side => {
    const order = new Map([...words.keys()].map((at, place) => [at, place]))
    return {
      index,
      key: index.nodes.map((_, at) => words.get(at) ?? ''),
      bag: index.nodes.map((_, at) => some[order.get(at) ?? -1] ?? EMPTY_BAG),
    }
  }
  return {
    from: side(from, wordsFrom, bags.from),
    to: side(to, wordsTo, bags.to),
    weights: bags.weights,
    pairing,
    froms: [...wordsFrom.keys()],
    tos: [...wordsTo.keys()],
    // Divisions are found by their articles, later: here only the root is known.
    sameParent: () => false,
  }
}

function wholeWords(index: VersionIndex): Map<number, string> {
  const words = new Map<number, string>()
  for (const [at, level] of index.level.entries()) {
    if (level === 'article') words.set(at, index.own.slice(at, index.end[at]).filter(Boolean).join('\n'))
  }
  return words
}

/** Fewer words than these ("Shfuqizohet.") say nothing about which article it is: its neighbours have to. */
const TELLING_WORDS = 6

export function pairArticles(scope: Scope): void {
  pairUnique(scope, TELLING_WORDS, () => true)
  pairRepeated(scope, true)
  const neighbours = neighboursOf(scope)
  pairUnique(scope, 1, (from, to) => neighbours.agree(from, to) > 0)
  pairAlike(scope, { least: 0.6, neighbours: 0, sure: sureOfArticle })
  pairRepeated(scope, true)
  pairAlike(scope, { least: 0.35, neighbours: 0, sure: sureOfArticle })
  pairAlike(scope, { least: 0.25, neighbours: 1, sure: sureOfArticle })
  pairAlike(scope, { least: 0.2, neighbours: 2, sure: sureOfArticle })
}

/**
 * Measured on the labour code, the constitution and the family code: of an article the likest other one has 0.22 to 0.27
 * in the middle, 0.40 at nine of ten, 0.50 at 95 of 100; the next one 0.12 in the middle, 0.25 to 0.34 at 95 of 100. So 0.7
 * speaks for itself, 0.35 needs both neighbours and no rival, and less is left to a person.
 */
function sureOfArticle({ likeness, lead, neighbours }: Candidate): boolean {
  if (likeness >= 0.7) return lead >= 0.1
  if (likeness >= 0.5) return lead >= 0.15 && neighbours > 0
  return likeness >= 0.35 && lead >= 0.2 && neighbours === 2
}

const SPLIT: SplitLaw = { leastWords: 6, least: 0.6, sure: 0.75 }

export const splitArticles = (scope: Scope): Split[] => findSplits(scope, SPLIT)
/** Reworded at the same time: right beside the rest of it a person is asked whether it was a part of it. */
const TORN: SplitLaw = { leastWords: 4, least: 0.35, sure: null, beside: true }

export const tornArticles = (scope: Scope): Split[] => findSplits(scope, TORN)
export const joinedArticles = (scope: Scope): Split[] => findMergers(scope, TORN)
export const articlesLeft = (scope: Scope): void => pairLeftovers(scope, { least: 0.15, leastOfSeveral: 0.25 })
export const mergedArticles = (scope: Scope): Split[] => findMergers(scope, SPLIT)
