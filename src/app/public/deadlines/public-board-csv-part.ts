import type { Lang } from '#platform/i18n/language.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { PublicBoardView, PublicLine } from './public-board-view.ts'
import { publicBoardTexts } from './texts.ts'

/** The public board as a file: what was missed, then what comes. */
export function publicBoardCsv(lang: Lang, { board }: PublicBoardView, url: string): string {
  const t = publicBoardTexts(lang)
  const lines = (list: string, of: readonly PublicLine[]) =>
    of.map(({ row, record, what, law }) => [
      list,
      record.title,
      what,
      row.startedOn,
      row.dueOn,
      law ?? t.noRule,
      record.href === null ? '' : url + inLanguage(lang, record.href),
    ])
  return csvOf([
    t.columns,
    ...lines(t.lists.missed, board?.missed ?? []),
    ...lines(t.lists.coming, board?.coming ?? []),
  ])
}
