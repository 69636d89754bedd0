import type { CalendarEntry } from '#platform/calendar/calendar-entry.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { listMemberPlaces, type Place } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'

/** What a reader asked for, as it stands in the address. Unknown values are left aside, never an error. */
export type CalendarQuestion = {
  institution: string
  attendance: 'field' | 'online' | null
  topic: string
  place: string
}

/** As it stands in the address: `ku=terren`. */
export const ATTENDANCES = { field: 'terren', online: 'internet' } as const

export function readCalendarQuestion(query: Record<string, string | undefined>): CalendarQuestion {
  const idIn = (words: string | undefined): string => (words !== undefined && isUuid(words) ? words : '')
  const attendance = (['field', 'online'] as const).find((one) => ATTENDANCES[one] === query.ku) ?? null
  return { institution: query.institucioni ?? '', attendance, topic: idIn(query.fusha), place: idIn(query.vendi) }
}

export type CalendarMonth = { month: string; entries: readonly CalendarEntry[] }

export type YearCalendarView = {
  year: number
  question: CalendarQuestion
  institutions: InstitutionSummary[]
  topics: (Topic & { depth: number })[]
  places: Place[]
  /** Only months in which something stands, in their order. */
  months: readonly CalendarMonth[]
  entries: readonly CalendarEntry[]
  /** The years beside it that links lead to. Others are there too, but without end: no link may lead into that. */
  beside: { before: number | null; after: number | null }
  today: string
}

/** So far back and ahead links lead, counted from this year. */
const LINKED = { back: 3, ahead: 1 }

/** The public days of all subjects in one year, gathered from their doors. */
export async function viewYearCalendar(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  year: number,
  question: CalendarQuestion,
): Promise<YearCalendarView> {
  const { db, clock } = services
  const [institutions, topics, places] = await Promise.all([
    listInstitutions(db, lang),
    listTopics(db, lang, null),
    listMemberPlaces(db, lang, question.place || null),
  ])
  const asked = institutions.find(({ slug }) => slug === question.institution)
  const selection = {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    institutionId: asked?.id ?? null,
    attendance: question.attendance,
    topic: question.topic || null,
    place: question.place || null,
  }
  const given = await Promise.all(doors.map(async (door) => (await door.calendar?.(services, lang, selection)) ?? []))
  const entries = given.flat().toSorted(inOrder)
  return {
    year,
    question,
    institutions,
    topics: treeOrder(topics).filter((one) => one.retiredOn === null || one.id === question.topic),
    places,
    months: monthsOf(entries, year),
    entries,
    beside: besideOf(year, yearNow(services)),
    today: civilDateIn(asked?.zone ?? 'Europe/Tirane', clock.now()),
  }
}

const besideOf = (year: number, now: number): YearCalendarView['beside'] => ({
  before: year > now - LINKED.back && year <= now + LINKED.ahead ? year - 1 : null,
  after: year < now + LINKED.ahead && year >= now - LINKED.back ? year + 1 : null,
})

/** By day; what has only a month comes after the days of it. */
const keyOf = (one: CalendarEntry): string =>
  `${one.monthOnly ? `${one.from.slice(0, 7)}-99` : one.from} ${one.institutionName} ${one.title} ${one.uid}`

const inOrder = (a: CalendarEntry, b: CalendarEntry): number => (keyOf(a) < keyOf(b) ? -1 : 1)

/** What began in the year before stands in January. */
function monthsOf(entries: readonly CalendarEntry[], year: number): CalendarMonth[] {
  const first = `${year}-01`
  const groups = Map.groupBy(entries, ({ from }) => (from < `${first}-01` ? first : from.slice(0, 7)))
  return [...groups]
    .map(([month, all]) => ({ month: `${month}-01`, entries: all }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

export const yearNow = ({ clock }: Services): number => Number(civilDateIn('Europe/Tirane', clock.now()).slice(0, 4))
