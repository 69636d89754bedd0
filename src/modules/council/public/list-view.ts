import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import {
  BODY_GROUPS,
  isAhead,
  MEETING_KINDS,
  monthBeside,
  phaseOn,
  readMonth,
  spanOfMonth,
  type BodyGroup,
  type MeetingKind,
  type Phase,
} from './public-rules.ts'
import {
  listBodyChoices,
  listComingMeetings,
  listMeetingsBetween,
  listPastMeetings,
  listYears,
  type BodyChoice,
  type DayKey,
  type MeetingFilter,
  type PublishedMeeting,
} from './published-queries.ts'
import { titleOf } from './title-view.ts'

const PAGE = 20
const MOST_COMING = 20
const MOST_IN_MONTH = 400

/** What a reader asked for, as it stands in the address. Unknown values are left aside, never an error. */
export type ListQuestion = {
  institution: string
  body: string
  group: BodyGroup | null
  kind: MeetingKind | null
  year: number | null
}

export type ListedMeeting = PublishedMeeting & { title: string; titleLang: Lang; phase: Phase }

export type MeetingListView = {
  question: ListQuestion
  institutions: InstitutionSummary[]
  bodies: BodyChoice[]
  years: number[]
  /** `before`, `after`: null beyond the years in which there are meetings, so that nobody walks on for ever. */
  month: { month: string; before: string | null; after: string | null; today: string }
  inMonth: ListedMeeting[]
  coming: ListedMeeting[]
  past: ListedMeeting[]
  next: string | null
  paged: boolean
}

const idIn = (words: string | undefined): string => (words !== undefined && isUuid(words) ? words : '')

export const readListQuestion = (query: Record<string, string | undefined>): ListQuestion => ({
  institution: /^[a-z0-9-]{1,60}$/.test(query.institucioni ?? '') ? (query.institucioni ?? '') : '',
  body: idIn(query.organi),
  group: BODY_GROUPS.find((one) => one === query.organet) ?? null,
  kind: MEETING_KINDS.find((one) => one === query.lloji) ?? null,
  year: /^(19|20|21)\d{2}$/.test(query.viti ?? '') ? Number(query.viti) : null,
})

export const filterOf = (question: ListQuestion, institutions: readonly InstitutionSummary[]): MeetingFilter => ({
  institutionId: institutions.find(({ slug }) => slug === question.institution)?.id ?? null,
  bodyId: question.body || null,
  group: question.group,
  kind: question.kind,
  topic: null,
  place: null,
})

export async function viewMeetingList(
  { db, clock }: Services,
  lang: Lang,
  question: ListQuestion,
  asked: { month: string | undefined; after: string | undefined },
): Promise<MeetingListView> {
  const now = clock.now()
  const today = civilDateIn('Europe/Tirane', now)
  const institutions = await listInstitutions(db, lang)
  const filter = filterOf(question, institutions)
  const span = readMonth(asked.month) ?? spanOfMonth(today.slice(0, 7))
  const key = readKey(asked.after)
  const [bodies, years, inMonth, coming, past] = await Promise.all([
    listBodyChoices(db, lang, filter.institutionId),
    listYears(db, filter.institutionId),
    listMeetingsBetween(db, lang, filter, { ...span, limit: MOST_IN_MONTH }),
    listComingMeetings(db, lang, filter, { from: today, limit: MOST_COMING }),
    listPastMeetings(db, lang, filter, { before: today, year: question.year, after: key, limit: PAGE + 1 }),
  ])
  const shown = (list: PublishedMeeting[]) =>
    list.map((one) => ({ ...one, ...titleOf(lang, one), phase: phaseOn(one, civilDateIn(one.zone, now)) }))
  const last = past.slice(0, PAGE).at(-1)
  return {
    question,
    institutions,
    bodies,
    years,
    month: {
      month: span.month,
      before: within(years, monthBeside(span.month, -1)),
      after: within(years, monthBeside(span.month, 1)),
      today,
    },
    inMonth: shown(inMonth),
    coming: shown(coming).filter(({ phase }) => isAhead(phase) || phase === 'under-way' || phase === 'suspended'),
    past: shown(past.slice(0, PAGE)),
    next: past.length > PAGE && last?.day ? `${last.day}.${last.id}` : null,
    paged: key !== null,
  }
}

function within(years: readonly number[], month: string): string | null {
  const year = Number(month.slice(0, 4))
  return year >= Math.min(...years) && year <= Math.max(...years) ? month : null
}

function readKey(words: string | undefined): DayKey | null {
  const parts = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words ?? '')
  return parts ? { day: parts[1] ?? '', id: parts[2] ?? '' } : null
}
