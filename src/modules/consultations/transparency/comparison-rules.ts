import type { FigureKey, YearFigures } from './figure-list-rules.ts'
import { shareOf } from './year-figure-rules.ts'

/** Rises with every change of criteria, weights or limits: whoever reckons anew says by which. */
export const METHOD = 1

export const CRITERIA = ['consulted', 'notice', 'window', 'answered', 'reported', 'planned', 'ways'] as const
export type Criterion = (typeof CRITERIA)[number]

/** Points are the part of the whole in percent; what they weigh in the total makes 100. */
export const FORMULA: Record<Criterion, { weight: number; part: FigureKey; whole: FigureKey }> = {
  consulted: { weight: 20, part: 'adopted_consulted', whole: 'adopted_acts' },
  notice: { weight: 10, part: 'notices_in_time', whole: 'closed' },
  window: { weight: 15, part: 'window_kept', whole: 'window_known' },
  answered: { weight: 25, part: 'answered', whole: 'comments' },
  reported: { weight: 15, part: 'reports', whole: 'closed' },
  planned: { weight: 10, part: 'plans_before', whole: 'closed' },
  ways: { weight: 5, part: 'other_ways', whole: 'closed' },
}

/** Below either there is no rank: of so little nothing can be said. */
export const LEAST_CLOSED = 3
export const LEAST_KNOWN = 60

export type Points = { part: number; whole: number; points: number | null }

export type Score = {
  closed: number
  points: Record<Criterion, Points>
  /** Of 100: the weights of the criteria that are known. */
  known: number
  /** 0 to 100, over what is known; null: nothing is. */
  total: number | null
  ranked: boolean
}

/** Where there is nothing to measure by, there are no points: it is not known, and lowers the known share. */
export function scoreOf(figures: YearFigures): Score {
  const points = Object.fromEntries(
    CRITERIA.map((criterion) => {
      const { part, whole } = FORMULA[criterion]
      const [some, all] = [figures[part] ?? 0, figures[whole] ?? 0]
      return [criterion, { part: some, whole: all, points: shareOf(some, all) }]
    }),
  ) as Record<Criterion, Points>
  const known = CRITERIA.reduce((sum, one) => sum + (points[one].points === null ? 0 : FORMULA[one].weight), 0)
  const weighed = CRITERIA.reduce((sum, one) => sum + (points[one].points ?? 0) * FORMULA[one].weight, 0)
  const most = weighed < 100 * known ? 99.9 : 100
  const total = known === 0 ? null : Math.min(most, Math.round((10 * weighed) / known) / 10)
  const closed = figures.closed ?? 0
  return { closed, points, known, total, ranked: closed >= LEAST_CLOSED && known >= LEAST_KNOWN && total !== null }
}

/** Whoever has the same total has the same rank, and the next one counts all before it. Null: no rank. */
export function ranksOf(scores: readonly Score[]): (number | null)[] {
  const ranked = scores.filter((score) => score.ranked).map(({ total }) => total ?? 0)
  return scores.map((score) => (score.ranked ? 1 + ranked.filter((total) => total > (score.total ?? 0)).length : null))
}

/** By which column the table is sorted, as the address says it. */
export const SORTS = ['gjithsej', 'emri', 'mbyllur', ...CRITERIA] as const
export type Sort = (typeof SORTS)[number]

export const readSort = (words: string | undefined): Sort => SORTS.find((one) => one === words) ?? 'gjithsej'

type Sortable = { score: Score; rank: number | null }

/** The highest first; what is not known stands last. `emri`: as it came, by name. */
export function sortedBy<Row extends Sortable>(sort: Sort, rows: readonly Row[]): Row[] {
  if (sort === 'emri') return [...rows]
  return rows.toSorted((a, b) => valueOf(sort, b) - valueOf(sort, a))
}

function valueOf(sort: Exclude<Sort, 'emri'>, { score, rank }: Sortable): number {
  if (sort === 'mbyllur') return score.closed
  // Who has a rank stands before who has none.
  if (sort === 'gjithsej') return (score.total ?? -1) + (rank === null ? 0 : 1000)
  return score.points[sort].points ?? -1
}
