export const YEAR_REPORT_KIND = 'consultations.year-report'
export const YEAR_REPLY_KIND = 'consultations.year-reply'

export const REPORT_LIMITS = { words: 5000, otherActs: 100_000, leastReason: 5, reason: 1000 } as const
export const REPLY_LIMITS = { least: 10, most: 2000 } as const

/** What the institution writes, each null while nothing is said. */
export type ReportWords = {
  introduction: string | null
  difficulties: string | null
  measures: string | null
  /** Acts adopted that stand in no plan here. */
  otherActs: number | null
}

export type YearReportState = 'draft' | 'published' | 'taken-down'

export type PublishRefusal = 'year-not-over' | 'changed-meanwhile' | 'reason-missing' | 'taken-down'

/** Why it cannot be published now, or null. No law known here sets a day for it; a year that runs has no report. */
export function refusalToPublish(
  report: { year: number; state: YearReportState; version: number; revision: number },
  order: { revision: number; reason: string | null },
  thisYear: number,
): PublishRefusal | null {
  if (report.state === 'taken-down') return 'taken-down'
  if (report.year >= thisYear) return 'year-not-over'
  if (report.revision !== order.revision) return 'changed-meanwhile'
  return report.version > 0 && order.reason === null ? 'reason-missing' : null
}

export const readYear = (words: string): number | null => (/^(199\d|20\d\d|21\d\d)$/.test(words) ? Number(words) : null)
