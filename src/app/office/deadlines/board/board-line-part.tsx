import type { Role } from '#platform/auth/visitor.ts'
import { timeLeft, type TimeLeft } from '#platform/deadlines/explanation/time-left-rules.ts'
import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { DeadlineLine } from '#ui/deadline-badge.tsx'
import { roleName } from '../../../role-texts.ts'
import type { BoardRow } from './board-queries.ts'
import { boardTexts } from './board-texts.ts'
import type { Titled } from './titles-view.ts'

/** The last day in full; where hours count, the hour too. */
export const dueWords = (lang: Lang, { unit, dueAt, dueOn, zone }: BoardRow): string =>
  unit === 'h' ? formatMoment(lang, dueAt, zone) : formatDate(lang, dueOn)

export const leftOf = (lang: Lang, row: BoardRow, today: CivilDate, now: Date): TimeLeft =>
  timeLeft(lang, {
    state: row.state,
    dueOn: row.dueOn,
    today,
    ...(row.unit === 'h' ? { dueAt: row.dueAt, now } : {}),
  })

/** Whose it is: a person, else the unit, else the role that it waits for. */
export function holderWords(lang: Lang, { holder, body, role, jurisdiction }: BoardRow): string {
  const t = boardTexts(lang)
  if (holder !== null) return holder
  const of = [body, role === null ? null : roleName(lang, role as Role, { jurisdiction })].filter(Boolean)
  return of.length > 0 ? `${of.join(', ')}: ${t.nobody}` : t.nobody
}

type DueProps = { lang: Lang; row: BoardRow; today: CivilDate; now: Date; mark?: string | null }

/** The day, what is left, and the earlier day to work to where there is one. */
export const DueLine = ({ lang, row, today, now, mark }: DueProps) => {
  const left = leftOf(lang, row, today, now)
  const early = row.workBy < row.dueOn && row.state === 'running'
  return (
    <DeadlineLine
      date={dueWords(lang, row)}
      daysLeft={left.words}
      tone={left.tone}
      mark={mark}
      note={early ? boardTexts(lang).board.workBy(formatDate(lang, row.workBy)) : null}
    />
  )
}

/** The record by name: a link where it has a page for who looks. */
export const RecordLink = ({ lang, record }: { lang: Lang; record: Titled }) => {
  const words = record.title === '' ? boardTexts(lang).hiddenRecord : record.title
  const other = record.lang === lang ? undefined : record.lang
  return record.href === null ? (
    <span lang={other}>{words}</span>
  ) : (
    <a href={inLanguage(lang, record.href)} lang={other}>
      {words}
    </a>
  )
}
