import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { countFigures } from './figure-queries.ts'
import type { Figures } from './figure-rules.ts'
import { listAnswerRows, listMatrixArticles, listMatrixRows, type MatrixArticle } from './matrix-queries.ts'
import {
  MATRIX_PER_PAGE,
  readMatrixFilter,
  WHOLE_MATRIX,
  type AnswerRow,
  type MatrixFilter,
  type MatrixQuestion,
  type MatrixRow,
} from './matrix-rules.ts'
import { findReportAt } from './report-queries.ts'

export type MatrixView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  figures: Figures
  filter: MatrixFilter
  byAnswer: boolean
  rows: MatrixRow[]
  answers: AnswerRow[]
  articles: MatrixArticle[]
  /** Where the next page begins; null: there is none. */
  next: string | null
  paged: boolean
  report: boolean
}

/** Of the comments of one answer the codes of so many stand in its row; its page has them all. */
const MOST_CODES = 12

/** A page of the matrix: comment by comment, or answer by answer. */
export async function viewMatrix(
  { db }: Pick<Services, 'db'>,
  lang: Lang,
  slug: string,
  query: MatrixQuestion,
): Promise<MatrixView | null> {
  const consultation = await findPublished(db, lang, slug)
  const institution = consultation && (await findInstitutionById(db, lang, consultation.institutionId))
  if (!consultation || !institution) return null
  const byAnswer = query.sipas === 'pergjigjes'
  const filter = readMatrixFilter(query)
  const after = readListKey(query.pas)
  const wish = { consultationId: consultation.id, filter, after, limit: MATRIX_PER_PAGE + 1 }
  const [figures, articles, rows, answers, report] = await Promise.all([
    countFigures(db, consultation.id),
    listMatrixArticles(db, consultation.id),
    byAnswer ? [] : listMatrixRows(db, wish),
    byAnswer ? listAnswerRows(db, { ...wish, most: MOST_CODES }) : [],
    findReportAt(db, slug),
  ])
  const [shownRows, shownAnswers] = [rows.slice(0, MATRIX_PER_PAGE), answers.slice(0, MATRIX_PER_PAGE)]
  const more = rows.length > MATRIX_PER_PAGE || answers.length > MATRIX_PER_PAGE
  return {
    consultation,
    institution,
    figures,
    filter,
    byAnswer,
    rows: shownRows,
    answers: shownAnswers,
    articles,
    next: more ? keyOfLast(shownRows, shownAnswers) : null,
    paged: after !== null,
    report: report !== null,
  }
}

function keyOfLast(rows: readonly MatrixRow[], answers: readonly AnswerRow[]): string | null {
  const row = rows.at(-1)
  if (row) return writeListKey({ at: row.confirmedAt, id: row.id })
  const answer = answers.at(-1)
  return answer ? writeListKey({ at: answer.publishedAt, id: answer.id }) : null
}

/** For files: every row, so many at a time, asked for as the reader takes them. */
export async function* matrixPages(
  { db }: Pick<Services, 'db'>,
  consultationId: string,
  filter: MatrixFilter = WHOLE_MATRIX,
): AsyncGenerator<MatrixRow[]> {
  const limit = 500
  for (let after: { at: Date; id: string } | null = null; ;) {
    const rows: MatrixRow[] = await listMatrixRows(db, { consultationId, filter, after, limit })
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < limit) return
    after = { at: last.confirmedAt, id: last.id }
  }
}

/** Of which consultation files are made; null: there is none at this address. */
export const findMatrixOwner = (
  { db }: Pick<Services, 'db'>,
  lang: Lang,
  slug: string,
): Promise<PublishedConsultation | null> => findPublished(db, lang, slug)

export const viewFigures = ({ db }: Pick<Services, 'db'>, consultationId: string): Promise<Figures> =>
  countFigures(db, consultationId)
