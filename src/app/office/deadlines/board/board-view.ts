import { mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn, type CivilDate } from '#platform/time/civil-date.ts'
import {
  countBoard,
  listBoard,
  listBoardUnits,
  type BoardCounts,
  type BoardRow,
  type BoardWish,
  type Whose,
} from './board-queries.ts'
import { boardPermissions } from './board-permissions.ts'
import { groupOf, hasWords, readDayKey, writeDayKey, type DayKey, type Group } from './board-rules.ts'
import { narrowReach, reachOf, type Kinds } from './reach-rules.ts'
import { kindsOf, slotWords, titlesFor, type Titled } from './titles-view.ts'
import { whyOf, type Why } from './why-rules.ts'

const PER_PAGE = 50
/** A title stands with its module: to find words in it, so many lines are read at once, and so many in all. */
const READ_AT_ONCE = 250
const READ_AT_MOST = 2000
/** A file is taken whole, up to here. */
const MOST_IN_A_FILE = 20_000

export const BOARD_WHEN = ['any', 'late', 'today', 'week', 'later'] as const
export const BOARD_STATES = ['open', 'running', 'paused'] as const
export const BOARD_WHOSE = ['all', 'mine', 'units'] as const

export type BoardQuestion = {
  institution: string
  when: (typeof BOARD_WHEN)[number]
  state: (typeof BOARD_STATES)[number]
  whose: (typeof BOARD_WHOSE)[number]
  unit: string
  slot: string
  /** As the page of a rule asks; the form of the board does not. */
  rule: string
  words: string
  after: DayKey | null
}

/** What stands in the address; what makes no sense is left out. */
export function readBoardQuestion(query: Record<string, string | undefined>): BoardQuestion {
  const uuid = (words = '') => (isUuid(words) ? words : '')
  return {
    institution: uuid(query.institucioni),
    when: BOARD_WHEN.find((one) => one === query.kur) ?? 'any',
    state: BOARD_STATES.find((one) => one === query.gjendja) ?? 'open',
    whose: BOARD_WHOSE.find((one) => one === query.kush) ?? 'all',
    unit: uuid(query.njesia),
    slot: /^[a-z][a-z-]{1,39}$/.test(query.lloji ?? '') ? (query.lloji ?? '') : '',
    rule: /^(?:AL|XK)-[A-Z0-9-]{2,40}$/.test(query.rregulli ?? '') ? (query.rregulli ?? '') : '',
    words: (query.fjale ?? '').normalize('NFC').trim().slice(0, 100),
    after: readDayKey(query.pas),
  }
}

/** A deadline as a line of the board. */
export type BoardLine = {
  row: BoardRow
  record: Titled
  /** What is over with it. */
  what: string
  group: Group
  today: CivilDate
  /** Why this date, in short. */
  why: Why
}

export type BoardView = {
  question: BoardQuestion
  lines: readonly BoardLine[]
  /** Null where words were asked for: those stand in no table that could be counted. */
  counts: BoardCounts | null
  institutions: readonly InstitutionSummary[]
  units: readonly { id: string; name: string; institution: string }[]
  slots: readonly { slot: string; words: string }[]
  sitsInUnits: boolean
  mayHaveFeed: boolean
  next: string | null
  now: Date
}

type Asked = { services: Services; doors: readonly Door[]; lang: Lang; official: Official }

export async function viewBoard(asked: Asked, question: BoardQuestion): Promise<BoardView> {
  const { services, doors, lang, official } = asked
  const { db, clock } = services
  const kinds = kindsOf(doors)
  const reach = reachOf(kinds, official)
  const wish = wishOf(asked, kinds, question)
  const [{ lines, next }, counts, institutions, units] = await Promise.all([
    linesOf(asked, kinds, wish, question),
    question.words === '' ? countBoard(db, wish) : null,
    institutionsOf(services, lang, reach),
    listBoardUnits(db, lang, reach),
  ])
  return {
    question,
    lines,
    counts,
    institutions,
    units,
    slots: [...new Set(reach.flatMap(({ slots }) => slots))].map((slot) => ({
      slot,
      words: slotWords(kinds, lang, slot),
    })),
    sitsInUnits: (official.bodyRoles ?? []).length > 0,
    mayHaveFeed: mayAnywhere(official, boardPermissions['deadlines.feed']),
    next,
    now: clock.now(),
  }
}

/** The same list whole, for a file. */
export async function listBoardForFile(asked: Asked, question: BoardQuestion): Promise<readonly BoardLine[]> {
  const kinds = kindsOf(asked.doors)
  const wish = wishOf(asked, kinds, question)
  const rows = await listBoard(asked.services.db, asked.lang, { ...wish, after: null, limit: MOST_IN_A_FILE })
  return withWords(await dressed(asked, kinds, rows), question.words)
}

async function institutionsOf(
  { db }: Services,
  lang: Lang,
  reach: readonly { institutions: readonly string[] | null }[],
): Promise<InstitutionSummary[]> {
  if (reach.length === 0) return []
  const all = reach.some(({ institutions }) => institutions === null)
  return listInstitutions(db, lang, all ? null : [...new Set(reach.flatMap(({ institutions }) => institutions ?? []))])
}

function wishOf({ services, official }: Asked, kinds: Kinds, question: BoardQuestion): BoardWish {
  const { when, state, unit, rule } = question
  return {
    reach: narrowReach(reachOf(kinds, official), question),
    when,
    state,
    bodyId: unit === '' ? null : unit,
    ruleId: rule === '' ? null : rule,
    whose: whoseOf(official, question.whose),
    now: services.clock.now(),
  }
}

/** `mine`: held by me, or given to a role of mine that nobody has taken. */
export function whoseOf(official: Official, whose: BoardQuestion['whose']): Whose {
  if (whose === 'all') return { kind: 'all' }
  if (whose === 'units') return { kind: 'units', bodies: (official.bodyRoles ?? []).map(({ bodyId }) => bodyId) }
  const roles = official.roles.flatMap(({ role, institutionId }) =>
    institutionId === null ? [] : [{ role, institutionId }],
  )
  return { kind: 'mine', accountId: official.accountId, roles }
}

type Page = { lines: BoardLine[]; next: string | null }

/** One page, and where the next begins. With words in the title the list is read on until the page is full. */
async function linesOf(asked: Asked, kinds: Kinds, wish: BoardWish, { words, after }: BoardQuestion): Promise<Page> {
  const { db } = asked.services
  const limit = words === '' ? PER_PAGE + 1 : READ_AT_ONCE
  const lines: BoardLine[] = []
  let key = after
  for (let read = 0; read < READ_AT_MOST; read += limit) {
    const rows = await listBoard(db, asked.lang, { ...wish, after: key, limit })
    lines.push(...withWords(await dressed(asked, kinds, rows), words))
    if (lines.length > PER_PAGE) {
      const shown = lines.slice(0, PER_PAGE)
      return { lines: shown, next: keyOf(shown.at(-1)?.row) }
    }
    if (rows.length < limit) return { lines, next: null }
    key = { day: rows.at(-1)?.workBy ?? '', id: rows.at(-1)?.id ?? '' }
  }
  return { lines, next: key && writeDayKey(key) }
}

const keyOf = (row: BoardRow | undefined): string | null => (row ? writeDayKey({ day: row.workBy, id: row.id }) : null)

const withWords = (lines: readonly BoardLine[], words: string): BoardLine[] =>
  words === '' ? [...lines] : lines.filter(({ record, what }) => hasWords(words, `${record.title} ${what}`))

/** What a row says to this official: how its record is called, and how pressing it is. */
async function dressed(asked: Asked, kinds: Kinds, rows: readonly BoardRow[]): Promise<BoardLine[]> {
  const { services, doors, lang, official } = asked
  const now = services.clock.now()
  const titles = await titlesFor(services, doors, lang, official, rows)
  return rows.map((row) => {
    const today = civilDateIn(row.zone, now)
    return {
      row,
      record: titles.get(row.subject) ?? { title: '', lang, href: null },
      what: slotWords(kinds, lang, row.slot),
      group: groupOf(row, now, today),
      today,
      why: whyOf(lang, row),
    }
  })
}
