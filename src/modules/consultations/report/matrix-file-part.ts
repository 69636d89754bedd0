import { column } from '#platform/export/column-rules.ts'
import type { Column, Row } from '#platform/export/dataset.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { MatrixRow } from './matrix-rules.ts'

type Name = keyof ReturnType<typeof textsIn>['reports']['matrix']['file']

const NAMES = [
  'code',
  'state',
  'article',
  'channel',
  'sender',
  'late',
  'author',
  'organisation',
  'text',
  'suggestion',
  'group',
  'answer',
  'decision',
  'ground',
  'reason',
  'answered',
] as const satisfies readonly Name[]

/** Called as the language of the page calls them. */
export function matrixColumns(lang: Lang): Column[] {
  const { file } = textsIn(lang).reports.matrix
  return NAMES.map((name) =>
    column(file[name], name === 'answered' ? 'datetime' : 'string', {
      sq: [textsIn('sq').reports.matrix.file[name], ''],
      en: [textsIn('en').reports.matrix.file[name], ''],
    }),
  )
}

/** One row of a file: what the page shows, and no more. */
export function matrixFileRow(lang: Lang, row: MatrixRow): Row {
  const texts = textsIn(lang)
  const t = texts.reports.matrix
  const published = row.state === 'published'
  const values: Record<(typeof NAMES)[number], string | null> = {
    code: row.code,
    state: t.stateOf[row.state],
    article: published ? (row.articleLabel === null ? t.whole : t.articleOf(row.articleLabel)) : null,
    channel: row.channel && texts.entry.channels[row.channel],
    sender: row.senderKind && texts.entry.senderKinds[row.senderKind],
    late: row.late === null ? null : row.late ? texts.desk.yes : texts.desk.no,
    author: row.authorName,
    organisation: row.organisation,
    text: row.body,
    suggestion: row.suggestion,
    group: row.groupCode,
    answer: row.answerCode,
    decision: row.decision === null ? t.unanswered : texts.answers.decisions[row.decision],
    ground: groundOf(lang, row),
    reason: row.reason,
    answered: row.answeredAt?.toISOString() ?? null,
  }
  return Object.fromEntries(NAMES.map((name) => [t.file[name], values[name]]))
}

/** Of a held comment why it is held; of one that was not considered why not. */
function groundOf(lang: Lang, { heldGround, ground }: MatrixRow): string | null {
  const { answers, grounds } = textsIn(lang)
  const held = Object.entries(grounds).find(([one]) => one === heldGround)?.[1]
  return held ?? (ground === null ? null : answers.grounds[ground])
}

/** The same as data: words of the program stay in English, as in all data. */
export const matrixAsData = (row: MatrixRow) => ({
  comment: row.code,
  state: row.state,
  held_ground: row.heldGround,
  article: row.nodeId === null ? null : { id: row.nodeId, label: row.articleLabel },
  channel: row.channel,
  sender_kind: row.senderKind,
  late: row.late,
  author: row.authorName,
  organisation: row.organisation,
  lang: row.lang,
  text: row.body,
  suggestion: row.suggestion,
  group: row.groupCode,
  answer:
    row.decision === null
      ? null
      : {
          code: row.answerCode,
          decision: row.decision,
          ground: row.ground,
          reason: row.reason,
          lang: row.answerLang,
          published_at: row.answeredAt,
        },
})
