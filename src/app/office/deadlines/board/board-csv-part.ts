import type { Lang } from '#platform/i18n/language.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { BoardLine } from './board-view.ts'
import { boardTexts } from './board-texts.ts'
import { holderWords } from './board-line-part.tsx'

/** The board as a file; days as machines sort them. */
export function boardCsv(lang: Lang, lines: readonly BoardLine[]): string {
  const t = boardTexts(lang)
  return csvOf([
    t.board.columns,
    ...lines.map(({ row, record, what, group }) => [
      row.institution,
      record.title === '' ? t.hiddenRecord : record.title,
      what,
      row.workBy,
      row.dueOn,
      t.groups[group],
      holderWords(lang, row),
      row.body ?? '',
      row.ruleId ?? '',
    ]),
  ])
}
