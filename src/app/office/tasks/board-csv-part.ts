import { csvOf } from '#platform/lists/csv-field-rules.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { TaskRow } from './task-list-queries.ts'
import { roleWord } from './task-rows-part.tsx'
import { taskTexts } from './texts.ts'

/** The board as a file. It begins with the mark by which spreadsheets know the letters. */
export function boardCsv(lang: Lang, rows: readonly TaskRow[]): string {
  const t = taskTexts(lang)
  const lines = rows.map((task) => [
    task.institution,
    task.title,
    task.dueOn === null ? '' : formatDate(lang, task.dueOn),
    task.holder ?? '',
    task.role === null ? '' : roleWord(lang, task.role, task.jurisdiction),
    t.states[task.state],
    task.givenBy ?? t.task.program,
    formatDay(lang, task.givenAt, task.zone),
  ])
  return csvOf([t.board.columns, ...lines])
}
