export type Graph = ReadonlyMap<string, readonly string[]>

/**
 * Every group of files that reach each other, shown by one way round. Tarjan's search: each file is entered once, so it
 * stays fast on thousands of files, where following every path does not.
 */
export function findCircles(graph: Graph): string[][] {
  const groups: string[][] = []
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const visit = (file: string): number => {
    order.set(file, order.size)
    low.set(file, order.get(file) ?? 0)
    open.push(file)
    for (const next of graph.get(file) ?? []) {
      const reached = order.has(next) ? (open.includes(next) ? order.get(next) : undefined) : visit(next)
      if (reached !== undefined) low.set(file, Math.min(low.get(file) ?? 0, reached))
    }
    if (low.get(file) === order.get(file)) groups.push(open.splice(open.indexOf(file)))
    return low.get(file) ?? 0
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return groups.flatMap((group) => wayRound(graph, group) ?? [])
}

/** The shortest way from a file of the group back to itself; null for a file that stands alone. */
function wayRound(graph: Graph, group: readonly string[]): string[][] | null {
  const [start = ''] = group.toSorted()
  const ways: string[][] = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [[...way, start]]
      if (!group.includes(next) || seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return null
}
