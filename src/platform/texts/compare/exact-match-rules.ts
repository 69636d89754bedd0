import { neighboursOf } from './neighbour-rules.ts'
import { freeFroms, freeTos, pair, type Scope } from './pairing-rules.ts'

/** Pairs what says exactly the same and says it nowhere else, in either version. */
export function pairUnique(scope: Scope, leastWords: number, sure: (from: number, to: number) => boolean): void {
  const froms = byKey(scope.froms, scope.from.key)
  const tos = byKey(scope.tos, scope.to.key)
  for (const [key, [from, ...others]] of froms) {
    const [to, ...more] = tos.get(key) ?? []
    if (from === undefined || to === undefined || others.length > 0 || more.length > 0 || key === '') continue
    if ((scope.from.bag[from]?.count ?? 0) < leastWords) continue
    const { toOf, fromOf } = scope.pairing
    if ((toOf[from] ?? -1) < 0 && (fromOf[to] ?? -1) < 0) pair(scope.pairing, from, to, sure(from, to))
  }
}

/**
 * What says the same several times ("Shfuqizohet.") is told apart by its neighbours. If as many stand between the same
 * two neighbours before and after, they pair in their order; if not, which of them went is anybody's guess,
 * and made only where nothing better follows (`guess`).
 */
export function pairRepeated(scope: Scope, guess: boolean): void {
  const { gapOfFrom, gapOfTo } = neighboursOf(scope)
  const name = (gap: string | null, key: string | undefined): string => `${gap} ${key}`
  const froms = grouped(freeFroms(scope), (at) => name(gapOfFrom(at), scope.from.key[at]))
  const tos = grouped(freeTos(scope), (at) => name(gapOfTo(at), scope.to.key[at]))
  for (const [gap, some] of froms) {
    const others = tos.get(gap) ?? []
    const sure = some.length === others.length
    if (!sure && !guess) continue
    const pairs = sure ? some.map((from, at) => [from, others[at] ?? -1] as const) : byLabel(scope, some, others)
    for (const [from, to] of pairs) if (to >= 0) pair(scope.pairing, from, to, sure)
  }
}

/** First those that kept their label, then the rest in order. */
function byLabel(scope: Scope, froms: readonly number[], tos: readonly number[]): (readonly [number, number])[] {
  const left = new Set(tos)
  const take = (from: number, fits: (to: number) => boolean): (readonly [number, number])[] => {
    const to = [...left].find(fits)
    if (to === undefined) return []
    left.delete(to)
    return [[from, to]]
  }
  const label = (side: Scope['from'], at: number): string | null => side.index.nodes[at]?.label ?? null
  const labelled = froms.flatMap((from) =>
    take(from, (to) => label(scope.from, from) !== null && label(scope.from, from) === label(scope.to, to)),
  )
  const done = new Set(labelled.map(([from]) => from))
  return [...labelled, ...froms.filter((from) => !done.has(from)).flatMap((from) => take(from, () => true))]
}

const byKey = (row: readonly number[], key: readonly string[]): Map<string, number[]> =>
  grouped(row, (at) => key[at] ?? '')

function grouped(row: readonly number[], nameOf: (at: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const at of row) {
    const name = nameOf(at)
    const group = groups.get(name)
    if (group) group.push(at)
    else groups.set(name, [at])
  }
  return groups
}
