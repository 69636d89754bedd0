import { formatDay, formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { AnswerRow, MatrixRow } from './matrix-rules.ts'
import type { ReportToShow } from './report-to-show-view.ts'

/** The matrix as everybody reads it when the file is made. */
export type Annex = {
  madeAt: Date
  /** All rows, or the first ones where there are more than paper should hold. */
  rows: readonly MatrixRow[]
  total: number
  /** Where rows are left out: answers that were given to many. */
  manyAnswers: readonly AnswerRow[]
  /** Where the plan of this consultation is monitored; null: it has none. */
  monitoring: string | null
}

export function annexBlocks(lang: Lang, report: ReportToShow, annex: Annex, url: string): FormBlock[] {
  const t = textsIn(lang).reports.report
  const { documents, meetings } = report.content
  const minutes = meetings.filter((one) => one.minutes).map(({ title, slug }) => `${title}: ${url}/takime/${slug}`)
  return [
    { kind: 'heading', level: 2, id: 'shtojcat', words: t.annexes },
    {
      kind: 'list',
      items: [
        `${t.annexMatrix}: ${url}${consultationUrls.matrix(report.slug)}`,
        ...minutes.map((one) => `${t.annexMinutes}: ${one}`),
        ...(annex.monitoring === null ? [] : [`${t.annexMonitoring}: ${url}${annex.monitoring}`]),
        ...documents.map(
          ({ id, title }) => `${t.annexDocuments}: ${title}, ${url}${consultationUrls.document(report.slug, id)}`,
        ),
      ],
    },
    { kind: 'heading', level: 2, id: 'matrica', words: t.annexMatrix },
    { kind: 'paragraph', words: t.matrixOn(formatDay(lang, annex.madeAt, report.zone)) },
    ...wholeBlocks(lang, report, annex, url),
    ...rowsBlocks(lang, annex),
  ]
}

/** Where there are too many for paper: where the whole is, and the answers to many. */
function wholeBlocks(lang: Lang, report: ReportToShow, annex: Annex, url: string): FormBlock[] {
  const texts = textsIn(lang)
  const t = texts.reports
  if (annex.rows.length >= annex.total) return []
  return [
    {
      kind: 'paragraph',
      words: t.report.matrixPart(formatNumber(annex.rows.length), formatNumber(annex.total)),
    },
    { kind: 'list', items: ['xlsx', 'csv'].map((format) => `${url}${consultationUrls.matrix(report.slug)}.${format}`) },
    ...(annex.manyAnswers.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, id: 'per-shume', words: t.report.manyAnswers } as const,
          {
            kind: 'table',
            caption: t.report.manyAnswers,
            head: [t.report.rejected.answer, t.matrix.columns.decision, t.report.said.count, t.matrix.columns.reason],
            rows: annex.manyAnswers.map((one) => [
              [one.code],
              [texts.answers.decisions[one.decision]],
              [formatNumber(one.number)],
              [one.reason ?? t.matrix.takenDown],
            ]),
          } as const,
        ]),
  ]
}

function rowsBlocks(lang: Lang, { rows }: Annex): FormBlock[] {
  const t = textsIn(lang).reports.matrix
  if (rows.length === 0) return [{ kind: 'paragraph', words: t.noComments, quiet: true }]
  const { columns } = t
  return [
    {
      kind: 'table',
      caption: t.caption,
      head: [columns.comment, columns.who, columns.words, columns.decision, columns.reason],
      rows: rows.map((row) => [
        [row.code, ...placeOf(lang, row)],
        [whoOf(lang, row)],
        wordsOf(lang, row),
        decisionOf(lang, row),
        reasonOf(lang, row),
      ]),
    },
  ]
}

const placeOf = (lang: Lang, { state, articleLabel }: MatrixRow): string[] => {
  const t = textsIn(lang).reports.matrix
  return state === 'published' ? [articleLabel === null ? t.whole : t.articleOf(articleLabel)] : []
}

/** The name that everybody reads, and no other. */
export function whoOf(lang: Lang, { state, authorName, organisation }: MatrixRow): string {
  if (state !== 'published') return '–'
  return [authorName, organisation].filter((one) => one !== null).join(', ') || textsIn(lang).reports.matrix.anonymous
}

export function wordsOf(lang: Lang, row: MatrixRow): string[] {
  const texts = textsIn(lang)
  const t = texts.reports.matrix
  switch (row.state) {
    case 'published':
      return [row.body ?? '', ...(row.suggestion === null ? [] : [t.proposed(row.suggestion)])]
    case 'held':
      return [t.states.held(groundWords(lang, row.heldGround))]
    default:
      return [t.states[row.state]]
  }
}

const groundWords = (lang: Lang, ground: string | null): string =>
  Object.entries(textsIn(lang).grounds).find(([one]) => one === ground)?.[1] ?? '–'

export function decisionOf(lang: Lang, { decision, ground }: MatrixRow): string[] {
  const { answers, reports } = textsIn(lang)
  if (decision === null) return [reports.matrix.unanswered]
  return [answers.decisions[decision], ...(ground === null ? [] : [answers.grounds[ground]])]
}

export function reasonOf(lang: Lang, { decision, reason, answerCode }: MatrixRow): string[] {
  if (decision === null) return []
  return [reason ?? textsIn(lang).reports.matrix.takenDown, ...(answerCode === null ? [] : [answerCode])]
}
