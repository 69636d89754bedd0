import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { listMemberPlaces, type Place } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import { MEETING_KINDS, phaseOn, type MeetingKind, type Phase } from './meeting-rules.ts'
import { listPublishedMeetings, type ListKeyByDay, type PublishedMeeting } from './published-queries.ts'

const PAGE = 20

/** What a reader asked for, as it stands in the address. Unknown values are left aside, never an error. */
export type ListQuestion = {
  institution: string
  kind: MeetingKind | null
  when: 'ahead' | 'past' | null
  mode: 'field' | 'online' | null
  topic: string
  place: string
}

export type MeetingListView = {
  question: ListQuestion
  institutions: InstitutionSummary[]
  topics: (Topic & { depth: number })[]
  places: Place[]
  items: (PublishedMeeting & { phase: Phase })[]
  next: string | null
  paged: boolean
}

const WHEN = { 'te-ardhshme': 'ahead', 'te-kaluara': 'past' } as const
const MODE = { terren: 'field', online: 'online' } as const
export const WHEN_WORDS = Object.keys(WHEN) as (keyof typeof WHEN)[]
export const MODE_WORDS = Object.keys(MODE) as (keyof typeof MODE)[]

const wordIn = <Words extends Record<string, string>>(words: Words, asked: string | undefined) =>
  asked !== undefined && Object.hasOwn(words, asked) ? (words[asked as keyof Words] ?? null) : null

export const readListQuestion = (query: Record<string, string | undefined>): ListQuestion => ({
  institution: query.institucioni ?? '',
  kind: MEETING_KINDS.find((one) => one === query.lloji) ?? null,
  when: wordIn(WHEN, query.koha),
  mode: wordIn(MODE, query.menyra),
  topic: isUuid(query.fusha ?? '') ? (query.fusha ?? '') : '',
  place: isUuid(query.vendi ?? '') ? (query.vendi ?? '') : '',
})

export async function viewMeetingList(
  { db, clock }: Services,
  lang: Lang,
  question: ListQuestion,
  after: string | undefined,
): Promise<MeetingListView> {
  const [institutions, topics, places] = await Promise.all([
    listInstitutions(db, lang),
    listTopics(db, lang, null),
    listMemberPlaces(db, lang, question.place || null),
  ])
  const key = readKey(after)
  const listed = await listPublishedMeetings(db, lang, {
    institutionId: institutions.find((one) => one.slug === question.institution)?.id ?? null,
    kind: question.kind,
    when: question.when,
    mode: question.mode,
    topic: question.topic || null,
    place: question.place || null,
    today: civilDateIn('Europe/Tirane', clock.now()),
    after: key,
    limit: PAGE + 1,
  })
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    question,
    institutions,
    topics: treeOrder(topics).filter((one) => one.retiredOn === null || one.id === question.topic),
    places,
    items: items.map((one) => ({ ...one, phase: phaseOn(one, civilDateIn(one.zone, clock.now())) })),
    next: listed.length > PAGE && last ? `${last.listedOn}.${last.id}` : null,
    paged: key !== null,
  }
}

function readKey(words: string | undefined): ListKeyByDay | null {
  const parts = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words ?? '')
  return parts ? { day: parts[1] ?? '', id: parts[2] ?? '' } : null
}
