import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { publicBoardUrls } from '../../office/deadlines/board/board-urls.ts'
import type { PublicBoardView, PublicLine } from './public-board-view.ts'

/** The public board as data. `figures` is null, and the lists are empty, where there never was a public deadline. */
export const publicBoardAsData = (lang: Lang, { institution, today, board }: PublicBoardView, url: string) => {
  const line = ({ row, record, what }: PublicLine) => ({
    record: record.title,
    url: record.href === null ? null : url + inLanguage(lang, record.href),
    slot: row.slot,
    what,
    started_on: row.startedOn,
    due_on: row.dueOn,
    due_at: row.dueAt.toISOString(),
    rule: row.ruleId,
    rule_version: row.ruleVersion,
    estimated: row.estimated,
  })
  return {
    institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
    url: url + inLanguage(lang, publicBoardUrls.board(institution.slug)),
    as_of: today,
    missed: (board?.missed ?? []).map(line),
    coming: (board?.coming ?? []).map(line),
    figures: board && {
      since: board.since,
      met_in_time: board.figures.inTime,
      met_late: board.figures.late,
      never_met: board.figures.never,
      median_days: board.figures.medianDays,
    },
  }
}
