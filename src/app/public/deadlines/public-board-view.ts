import { addMonths } from '#law/days.ts'
import { findRule } from '#law/rules/rules.ts'
import { shortLawName } from '#platform/deadlines/explanation/law-name-rules.ts'
import { timeLeft, type TimeLeft } from '#platform/deadlines/explanation/time-left-rules.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, endOfDay, startOfDay, type CivilDate } from '#platform/time/civil-date.ts'
import { kindsOf, publicTitlesFor, slotWords, type Titled } from '../../office/deadlines/board/titles-view.ts'
import {
  countOpen,
  countYear,
  hasDeadlines,
  listComing,
  listMissed,
  type PublicRow,
  type YearFigures,
} from './public-board-queries.ts'

const PER_PAGE = 50
/** As data or as a file: more than any institution has open. */
const MOST_IN_A_FILE = 5000
const COMING_DAYS = 30

export type PublicLine = {
  row: PublicRow
  record: Titled
  what: string
  left: TimeLeft
  /** As people read it: the law and article; null where a day was set. */
  law: string | null
}

export type PublicBoardView = {
  institution: InstitutionSummary
  today: CivilDate
  /** Null: there never was a public deadline. */
  board: {
    missed: readonly PublicLine[]
    coming: readonly PublicLine[]
    counts: { missed: number; coming: number }
    figures: YearFigures
    since: CivilDate
    next: string | null
    /** It is not the first page of what was missed. */
    further: boolean
  } | null
}

type Asked = { after?: string | undefined; whole?: boolean }

/** What an institution has missed and not done, what comes, and how it kept its deadlines; null: no such institution. */
export async function viewPublicBoard(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  slug: string,
  asked: Asked = {},
): Promise<PublicBoardView | null> {
  const { db, clock } = services
  const institution = await findInstitution(db, lang, slug)
  if (!institution || institution.standing !== 'member') return null
  const today = civilDateIn(institution.zone, clock.now())
  const slots = Object.keys(kindsOf(doors))
  const any = await hasDeadlines(db, { institutionId: institution.id, slots })
  const board = any ? await boardOf(services, doors, lang, { institution, today }, asked) : null
  return { institution, today, board }
}

async function boardOf(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  { institution: { id: institutionId, zone }, today }: Pick<PublicBoardView, 'institution' | 'today'>,
  { after, whole = false }: Asked,
): Promise<PublicBoardView['board']> {
  const { db, clock } = services
  const kinds = kindsOf(doors)
  const all = { institutionId, slots: Object.keys(kinds) }
  // Those of which the institution's lateness is told; what comes is told of all that are public.
  const told = { institutionId, slots: all.slots.filter((slot) => kinds[slot]?.publicBoard) }
  const limit = whole ? MOST_IN_A_FILE : PER_PAGE
  const key = readListKey(after)
  const since = addMonths(today, -12)
  const now = clock.now()
  const [before, until] = [startOfDay(today, zone), endOfDay(addDays(today, COMING_DAYS), zone)]
  const [missed, coming, counts, figures] = await Promise.all([
    listMissed(db, { ...told, before, after: key, limit: limit + 1 }),
    listComing(db, { ...all, after: now, until, limit }),
    countOpen(db, { ...all, missed: told.slots, before, now, until }),
    countYear(db, { ...told, since, zone }),
  ])
  const shown = missed.slice(0, limit)
  const last = missed.length > limit ? shown.at(-1) : undefined
  const next = last ? writeListKey({ at: last.dueAt, id: last.id }) : null
  const lines = await linesOf(services, doors, lang, [...shown, ...coming], today)
  const [past, future] = [lines.slice(0, shown.length), lines.slice(shown.length)]
  return { missed: past, coming: future, counts, figures, since, next, further: key !== null }
}

async function linesOf(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  rows: readonly PublicRow[],
  today: CivilDate,
): Promise<PublicLine[]> {
  const kinds = kindsOf(doors)
  const titles = await publicTitlesFor(services, doors, lang, rows)
  return rows.map((row) => ({
    row,
    record: titles.get(row.subject) ?? { title: '', lang, href: null },
    what: slotWords(kinds, lang, row.slot),
    left: timeLeft(lang, { state: 'running', dueOn: row.dueOn, today }),
    law: row.ruleId === null ? null : shortLawName(findRule(row.ruleId)?.lawName[lang] ?? row.ruleId),
  }))
}
