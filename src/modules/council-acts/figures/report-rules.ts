import { GROUPS, type FigureGroup } from './report-figure-rules.ts'

export const REPORT_LIMITS = { words: 5000, leastReason: 5, reason: 1000 } as const

/** Parts to which the secretary writes: what stands first, and beside each group of figures. */
export const WORD_PARTS = ['introduction', ...GROUPS] as const satisfies readonly ('introduction' | FigureGroup)[]
export type WordPart = (typeof WORD_PARTS)[number]
export type Said = { sq: string; en: string | null }
/** What was written; a part without words is not there. */
export type ReportWords = Partial<Record<WordPart, Said>>

export type ReportState = 'draft' | 'published' | 'taken-down'
export type PublishRefusal = 'year-not-over' | 'changed-meanwhile' | 'reason-missing' | 'taken-down'

/** Why it cannot be published now, or null. A year that runs has no report. */
export function refusalToPublish(
  report: { year: number; state: ReportState; version: number; revision: number },
  order: { revision: number; reason: string | null },
  thisYear: number,
): PublishRefusal | null {
  if (report.state === 'taken-down') return 'taken-down'
  if (report.year >= thisYear) return 'year-not-over'
  if (report.revision !== order.revision) return 'changed-meanwhile'
  return report.version > 0 && order.reason === null ? 'reason-missing' : null
}

export const readYear = (words: string): number | null => (/^(199\d|20\d\d|21\d\d)$/.test(words) ? Number(words) : null)
