import { isFree, type Scope } from './pairing-rules.ts'

/**
 * Between which neighbours, already found again, a node stands: the last before it and the first after it. Beginning and
 * end of the row are neighbours, too.
 */
export type Neighbours = {
  /** 0 to 2: how many of the two neighbours are the same. */
  agree: (from: number, to: number) => number
  /** Names the gap between two neighbours, the same for both versions. Null: those neighbours do not stand together. */
  gapOfFrom: (from: number) => string | null
  gapOfTo: (to: number) => string | null
}

const BEGINNING = -1
const END = -2

export function neighboursOf({ froms, tos, pairing }: Scope): Neighbours {
  const { toOf, fromOf } = pairing
  const inFroms = new Set(froms)
  const inTos = new Set(tos)
  // Partners that stand outside of the scope say nothing about places inside.
  const before = surroundings(froms, (at) => (inTos.has(toOf[at] ?? -1) ? (toOf[at] ?? -1) : null))
  const after = surroundings(tos, (at) => (!isFree(fromOf, at) && inFroms.has(fromOf[at] ?? -1) ? at : null))
  return {
    agree: (from, to) => {
      const [one, other] = [before.get(from), after.get(to)]
      if (!one || !other) return 0
      return Number(one.previous === other.previous) + Number(one.next === other.next)
    },
    gapOfFrom: (from) => gapName(before.get(from)),
    gapOfTo: (to) => gapName(after.get(to)),
  }
}

type Surroundings = { previous: number; next: number }

const gapName = (one: Surroundings | undefined): string | null => (one ? `${one.previous} ${one.next}` : null)

/** `nameOf` gives for a node that was found again its place in the later version. */
function surroundings(row: readonly number[], nameOf: (at: number) => number | null): Map<number, Surroundings> {
  const found = new Map<number, Surroundings>()
  let previous = BEGINNING
  for (const at of row) {
    found.set(at, { previous, next: END })
    previous = nameOf(at) ?? previous
  }
  let next = END
  for (const at of row.toReversed()) {
    const one = found.get(at)
    if (one) one.next = next
    next = nameOf(at) ?? next
  }
  return found
}
