import type { Fraction } from './majority.ts'

/** How many are meant by each base. */
export type Bases = { members: number; present: number; votesFor: number; votesAgainst: number }

/** The least whole number that reaches the fraction of `base`. Whole numbers alone: no rounding of thirds. */
export function leastOf({ numerator, denominator, strict }: Fraction, base: number): number {
  const product = numerator * base
  return strict ? Math.floor(product / denominator) + 1 : Math.ceil(product / denominator)
}

/** How many votes in favour are needed. Nothing is adopted by no vote at all. */
export function neededFor(fraction: Fraction, { members, present, votesFor, votesAgainst }: Bases): number {
  const base = { 'all-members': members, present, voting: votesFor + votesAgainst }[fraction.of]
  return Math.max(1, leastOf(fraction, base))
}
