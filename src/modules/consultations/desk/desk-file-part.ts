import type { Column, Row } from '#platform/export/dataset.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { FileComment } from './chosen-queries.ts'

type Name = keyof ReturnType<typeof textsIn>['desk']['columns']

const NAMES = [
  'kodi',
  'konsultimi',
  'gjendja',
  'kanali',
  'derguesi',
  'neni',
  'pranuar',
  'me_vonese',
  'emri',
  'organizata',
  'fjalet',
  'formulimi',
  'gjuha',
  'caktuar',
  'etiketat',
] as const satisfies readonly Name[]

/** The columns of the file for work outside, called as the page calls them. */
export function fileColumns(lang: Lang): Column[] {
  const { columns } = textsIn(lang).desk
  return NAMES.map((name) => {
    const words = { sq: textsIn('sq').desk.columns[name], en: textsIn('en').desk.columns[name] }
    const type = name === 'pranuar' ? 'date' : 'string'
    return { name: columns[name], title: words, description: words, type, required: false }
  })
}

/** One row. A name that is not public is in it only for who has the right. */
export function fileCells(lang: Lang, comment: FileComment, withNames: boolean): string[] {
  const texts = textsIn(lang)
  const t = texts.desk
  const { articleLabel, senderKind } = comment
  return [
    comment.code,
    comment.consultation,
    texts.office.stateOf[comment.state],
    t.channels[comment.channel],
    senderKind === null ? '' : t.senders[senderKind],
    articleLabel === null ? t.whole : `${texts.page.article} ${articleLabel}`,
    comment.receivedOn,
    comment.late ? t.yes : t.no,
    comment.namePublic || withNames ? (comment.authorName ?? '') : '',
    comment.organisation ?? '',
    comment.body,
    comment.suggestion ?? '',
    t.languages[comment.lang],
    comment.assignee ?? '',
    comment.labels.join('; '),
  ]
}

export const fileRow = (columns: readonly Column[], cells: readonly string[]): Row =>
  Object.fromEntries(columns.map(({ name }, n) => [name, cells[n] ?? null]))
