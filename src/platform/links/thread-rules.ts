import type { BondKind, LinkKind } from './link-rules.ts'

/** Where a record stands in the life of a matter, first to last. */
export const LIFE_STEPS = [
  'planned-act',
  'plan',
  'preliminary',
  'meeting',
  'consultation',
  'repetition',
  'result',
  'act',
  'later-act',
] as const
export type LifeStep = (typeof LIFE_STEPS)[number]

/** No more records stand in one thread; further than so many bonds nobody follows it. */
export const MOST_RECORDS = 60
export const MOST_STEPS = 8
/** Looked at, with all that is not public among them. */
export const MOST_LOOKED_AT = 600

type Bond = { fromRef: string; toRef: string; kind: LinkKind | BondKind }

/** How a record was reached: over which bond, read in which direction, from which record nearer to the first. */
export type Reached = {
  ref: string
  distance: number
  of: string | null
  kind: Bond['kind'] | null
  direction: 'forth' | 'back' | null
}

/**
 * What is reached from a record, breadth first, only over records that may be shown: what stands behind a draft is not told.
 * `more`: there would have been further ones.
 */
export function reachedFrom(
  ref: string,
  bonds: readonly Bond[],
  isShown: (ref: string) => boolean,
): { reached: Reached[]; more: boolean } {
  const near = neighboursIn(bonds)
  const reached: Reached[] = [{ ref, distance: 0, of: null, kind: null, direction: null }]
  const known = new Set([ref])
  for (const one of reached) {
    for (const { other, kind, direction } of near.get(one.ref) ?? []) {
      if (known.has(other) || !isShown(other)) continue
      if (reached.length >= MOST_RECORDS) return { reached, more: true }
      known.add(other)
      reached.push({ ref: other, distance: one.distance + 1, of: one.ref, kind, direction })
    }
  }
  return { reached, more: false }
}

type Near = { other: string; kind: Bond['kind']; direction: 'forth' | 'back' }

function neighboursIn(bonds: readonly Bond[]): Map<string, Near[]> {
  const near = new Map<string, Near[]>()
  const put = (ref: string, one: Near) => near.set(ref, [...(near.get(ref) ?? []), one])
  for (const { fromRef, toRef, kind } of bonds) {
    put(fromRef, { other: toRef, kind, direction: 'forth' })
    put(toRef, { other: fromRef, kind, direction: 'back' })
  }
  return near
}
