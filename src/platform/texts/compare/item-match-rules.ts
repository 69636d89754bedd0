import { pairRepeated, pairUnique } from './exact-match-rules.ts'
import { pairLeftovers } from './leftover-match-rules.ts'
import { pairAlike, type Candidate } from './likeness-rules.ts'
import type { Scope } from './pairing-rules.ts'
import { findMergers, findSplits, type Split, type SplitLaw } from './split-rules.ts'

/** Points, letters and paragraphs of articles that stand for each other. */
export function pairItemsExactly(scope: Scope): void {
  pairUnique(scope, 1, () => true)
  pairRepeated(scope, true)
}

export function pairItemsAlike(scope: Scope): void {
  pairAlike(scope, { least: 0.5, neighbours: 0, sure: sureOfItem })
  pairRepeated(scope, true)
  pairAlike(scope, { least: 0.3, neighbours: 0, sure: sureOfItem })
  pairAlike(scope, { least: 0.15, neighbours: 2, sure: sureOfItem })
}

/**
 * Measured on the same codes: of an item the likest other one of the whole text has 0.31 in the middle and 0.60 at nine of
 * ten, but the next one in its article 0.07 to 0.13, and 0.36 at 95 of 100. Within one article, between the same
 * neighbours, 0.3 is therefore enough; from one article to another 0.75 is.
 */
function sureOfItem({ likeness, lead, neighbours, sameParent }: Candidate): boolean {
  if (likeness >= 0.7) return lead >= 0.1
  if (likeness >= 0.5) return lead >= 0.15 && (neighbours > 0 || sameParent)
  return likeness >= 0.3 && lead >= 0.2 && neighbours === 2 && sameParent
}

/** What left one article for another keeps enough words to be told from every other item of the text. */
export function pairItemsAcross(scope: Scope, isOnly: (from: number, to: number) => boolean): void {
  pairUnique(scope, 5, isOnly)
}

export function pairItemsAlikeAcross(scope: Scope): void {
  pairAlike(scope, {
    least: 0.4,
    neighbours: 0,
    sure: ({ likeness, lead, elsewhere }) => likeness >= 0.75 && lead >= 0.15 && likeness - elsewhere() >= 0.15,
  })
}

/**
 * Measured on the civil code redrafted heavily: with 0.15 and 0.25 (and 0.4 across articles) 28 of 4,173 nodes called gone
 * or new without a doubt became 12, and six more waited for a person.
 */
export const pairItemsLeft = (scope: Scope): void => pairLeftovers(scope, { least: 0.15, leastOfSeveral: 0.25 })

const SPLIT: SplitLaw = { leastWords: 4, least: 0.6, sure: 0.75 }

export const splitItems = (scope: Scope): Split[] => findSplits(scope, SPLIT)
/** Reworded, too, or very short: right beside the rest of it a person is asked whether it was a part of it. */
const TORN: SplitLaw = { leastWords: 2, least: 0.35, sure: null, beside: true }

export const tornItems = (scope: Scope): Split[] => findSplits(scope, TORN)
export const joinedItems = (scope: Scope): Split[] => findMergers(scope, TORN)
export const mergedItems = (scope: Scope): Split[] => findMergers(scope, SPLIT)
