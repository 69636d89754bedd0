/** What kept its order, when something was taken out of a row and put in elsewhere. */

/**
 * The places of `row` that form its longest rising run; of several such runs the one that weighs most. What is not among
 * them is what somebody moved: the fewest, and of those the smallest.
 */
export function keptInOrder(row: readonly number[], weights: readonly number[]): Set<number> {
  const rank = ranksOf(row)
  const best: Run[] = Array.from({ length: row.length + 1 }, () => NO_RUN)
  const runs: Run[] = []
  for (const at of row.keys()) {
    const before = bestBelow(best, rank[at] ?? 0)
    const run = { length: before.length + 1, weight: before.weight + (weights[at] ?? 0), at, before }
    runs.push(run)
    raise(best, (rank[at] ?? 0) + 1, run)
  }
  let run: Run | null = runs.reduce((most, one) => (longer(one, most) ? one : most), NO_RUN)
  const kept = new Set<number>()
  for (; run && run.at >= 0; run = run.before) kept.add(run.at)
  return kept
}

type Run = { length: number; weight: number; at: number; before: Run | null }

const NO_RUN: Run = { length: 0, weight: 0, at: -1, before: null }

const longer = (one: Run, other: Run): boolean =>
  one.length > other.length || (one.length === other.length && one.weight > other.weight)

function ranksOf(row: readonly number[]): number[] {
  const order = [...row.keys()].toSorted((a, b) => (row[a] ?? 0) - (row[b] ?? 0))
  const rank = row.map(() => 0)
  for (const [place, at] of order.entries()) rank[at] = place
  return rank
}

/** A Fenwick tree over the ranks: the best run that ends below. */
function bestBelow(best: readonly Run[], rank: number): Run {
  let most = NO_RUN
  for (let at = rank; at > 0; at -= at & -at) {
    const one = best[at]
    if (one && longer(one, most)) most = one
  }
  return most
}

function raise(best: Run[], from: number, run: Run): void {
  for (let at = from; at < best.length; at += at & -at) {
    if (longer(run, best[at] ?? NO_RUN)) best[at] = run
  }
}
