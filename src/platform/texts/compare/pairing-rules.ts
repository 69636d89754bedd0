import type { VersionIndex } from './version-index-rules.ts'
import type { Bag } from './word-bag-rules.ts'

/** Which node continues which, while it is being found out. -1: none yet. */
export type Pairing = { toOf: number[]; fromOf: number[]; sureFrom: boolean[]; sureTo: boolean[] }

export const noPairs = (from: VersionIndex, to: VersionIndex): Pairing => ({
  toOf: from.nodes.map(() => -1),
  fromOf: to.nodes.map(() => -1),
  sureFrom: from.nodes.map(() => false),
  sureTo: to.nodes.map(() => false),
})

export function pair({ toOf, fromOf, sureFrom, sureTo }: Pairing, from: number, to: number, sure: boolean): void {
  toOf[from] = to
  fromOf[to] = from
  sureFrom[from] = sure
  sureTo[to] = sure
}

export const isFree = (partners: readonly number[], at: number): boolean => (partners[at] ?? -1) < 0

/** One version as it is matched on a level: what of each node has to agree. */
export type Side = { index: VersionIndex; key: readonly string[]; bag: readonly Bag[] }

/** The nodes among which partners are sought, both in reading order. */
export type Scope = {
  from: Side
  to: Side
  weights: readonly number[]
  pairing: Pairing
  froms: readonly number[]
  tos: readonly number[]
  /** Whether two parents stand for each other, as far as is known. */
  sameParent: (from: number, to: number) => boolean
}

/** The same with the versions exchanged: what merges in one direction splits in the other. */
export const turned = ({ from, to, froms, tos, pairing, sameParent, weights }: Scope): Scope => ({
  from: to,
  to: from,
  weights,
  froms: tos,
  tos: froms,
  pairing: { toOf: pairing.fromOf, fromOf: pairing.toOf, sureFrom: pairing.sureTo, sureTo: pairing.sureFrom },
  sameParent: (one, other) => sameParent(other, one),
})

export const freeFroms = ({ froms, pairing }: Scope): number[] => froms.filter((at) => isFree(pairing.toOf, at))
export const freeTos = ({ tos, pairing }: Scope): number[] => tos.filter((at) => isFree(pairing.fromOf, at))
