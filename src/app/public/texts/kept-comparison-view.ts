import type { Queryable } from '#platform/db/database.ts'
import { viewComparison } from '#platform/texts/compare/comparison-view.ts'
import { summaryOf, unitsOf, type ComparedUnit, type ComparisonSummary } from './comparison-rules.ts'

export type KeptComparison = { units: readonly ComparedUnit[]; summary: ComparisonSummary }

/** Two long texts take a few megabytes, and readers come in crowds: as long as shared caches keep a page. */
const KEPT_FOR_MS = 30_000
const MOST_KEPT = 8
/** A summary is a handful of numbers of what never changes any more. */
const MOST_SUMMARIES = 2000

type Pair = { earlier: string; later: string }

const kept = new Map<string, { comparison: Promise<KeptComparison>; until: number }>()
const summaries = new Map<string, ComparisonSummary>()

/** What became of each article between two published versions; whoever asks has made sure that both are public. */
export function keptComparison(db: Queryable, { earlier, later }: Pair, now: Date): Promise<KeptComparison> {
  const key = `${earlier} ${later}`
  const known = kept.get(key)
  if (known && now.getTime() < known.until && known.until - now.getTime() <= KEPT_FOR_MS) return known.comparison
  const comparison = compare(db, { earlier, later })
  kept.delete(key)
  kept.set(key, { comparison, until: now.getTime() + KEPT_FOR_MS })
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  comparison.catch(() => kept.delete(key))
  return comparison
}

async function compare(db: Queryable, { earlier, later }: Pair): Promise<KeptComparison> {
  const { from, to, comparison } = await viewComparison(db, earlier, later)
  const units = unitsOf({ from, to }, comparison)
  return { units, summary: summaryOf(units) }
}

export async function keptSummary(db: Queryable, pair: Pair, now: Date): Promise<ComparisonSummary> {
  const key = `${pair.earlier} ${pair.later}`
  const known = summaries.get(key)
  if (known) return known
  const { summary } = await keptComparison(db, pair, now)
  const [oldest] = summaries.keys()
  if (summaries.size >= MOST_SUMMARIES && oldest !== undefined) summaries.delete(oldest)
  summaries.set(key, summary)
  return summary
}
