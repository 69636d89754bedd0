import { isUuid } from '#platform/http/field-rules.ts'
import { listMemberPlaces, type Place } from '#platform/places/place-queries.ts'
import { listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { listPublished, type ListedConsultation, type ListFilter } from './consultation-queries.ts'
import { listTakenNumbers, type TakenNumber } from './takedowns/takedown-queries.ts'
import {
  isTooShort,
  LISTED_PHASES,
  phaseAt,
  STAGES,
  type ListedPhase,
  type Phase,
  type Stage,
} from './consultation-rules.ts'

export const CONSULTATIONS_PER_PAGE = 20
const TAKEN_SHOWN = 50

/** What a reader asked for, as it stands in the address. Unknown values are left aside, never an error. */
export type ListQuestion = {
  words: string
  institution: string
  phase: ListedPhase | null
  stage: Stage | null
  topic: string
  place: string
  after: string
  before: string
}

export type ConsultationListView = {
  question: ListQuestion
  institutions: InstitutionSummary[]
  items: (ListedConsultation & { phase: Phase })[]
  now: Date
  older: string | null
  newer: string | null
  /** Numbers whose consultations were taken down: told on the first page, when nothing narrows the list but the institution. */
  taken: TakenNumber[]
  topics: (Topic & { depth: number })[]
  places: Place[]
}

export function readListQuestion(query: Record<string, string | undefined>): ListQuestion {
  return {
    words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
    institution: query.institucioni ?? '',
    phase: LISTED_PHASES.find((phase) => phase === query.gjendja) ?? null,
    stage: STAGES.find((stage) => stage === query.faza) ?? null,
    topic: idIn(query.fusha),
    place: idIn(query.vendi),
    after: query.pas ?? '',
    before: query.para ?? '',
  }
}

/** Only what has the shape of an id goes into SQL. */
const idIn = (words: string | undefined): string => (words !== undefined && isUuid(words) ? words : '')

export async function viewConsultationList(
  { db, clock }: Services,
  lang: Lang,
  question: ListQuestion,
): Promise<ConsultationListView> {
  const now = clock.now()
  const { institutions, topics, places } = await choicesFor(db, lang, question)
  const before = readKey(question.before)
  const after = before ? null : readKey(question.after)
  const institutionId = institutions.find((one) => one.slug === question.institution)?.id ?? null
  const listed = await listPublished(db, lang, now, {
    words: isTooShort(question.words) ? '' : question.words,
    institutionId,
    phase: question.phase,
    stage: question.stage,
    topicId: question.topic || null,
    placeId: question.place || null,
    after,
    before,
    limit: CONSULTATIONS_PER_PAGE + 1,
  })
  const taken =
    isWhole(question) && !before && !after
      ? await listTakenNumbers(db, lang, { institutionId, limit: TAKEN_SHOWN })
      : []
  const more = listed.length > CONSULTATIONS_PER_PAGE
  const rows = listed.slice(0, CONSULTATIONS_PER_PAGE)
  if (before) rows.reverse()
  return {
    question,
    institutions,
    items: rows.map((row) => ({ ...row, phase: phaseAt(row, now) })),
    now,
    older: before || more ? keyOf(rows.at(-1)) : null,
    taken,
    topics,
    places,
    newer: (before ? more : after !== null) ? keyOf(rows[0]) : null,
  }
}

/** Nothing narrows the list but the institution. */
const isWhole = ({ words, phase, stage, topic, place }: ListQuestion): boolean =>
  words === '' && phase === null && stage === null && !topic && !place

/** What stands in the filter. */
async function choicesFor(db: Services['db'], lang: Lang, { topic, place }: ListQuestion) {
  const [institutions, topics, places] = await Promise.all([
    listInstitutions(db, lang),
    listTopics(db, lang, null),
    listMemberPlaces(db, lang, place || null),
  ])
  return { institutions, topics: treeOrder(topics).filter((one) => one.retiredOn === null || one.id === topic), places }
}

const keyOf = (row: { publishedAt: Date; id: string } | undefined): string | null =>
  row ? `${row.publishedAt.getTime()}.${row.id}` : null

function readKey(words: string): ListFilter['after'] {
  const parts = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words)
  return parts ? { publishedAt: new Date(Number(parts[1])), id: parts[2] ?? '' } : null
}
