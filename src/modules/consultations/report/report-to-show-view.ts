import type { AnswerThen } from './report-queries.ts'
import type { Outcome, ReportContent } from './report-rules.ts'

/** A version of a report with what stands elsewhere and is read for it today. */
export type ReportToShow = {
  slug: string
  title: string
  institution: string
  zone: string
  version: number
  versionAt: Date
  reason: string | null
  outcome: Outcome
  statement: string
  statementEn: string | null
  content: ReportContent
  /** The words of the answers that it names. */
  answers: readonly AnswerThen[]
}
