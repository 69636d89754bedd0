import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Queryable } from '#platform/db/database.ts'
import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { viewLinks, type LinkedRecord } from '#platform/links/links-view.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import { listPlacesOf, listSubjectPlaces, type Place } from '#platform/places/place-queries.ts'
import { countStanding, countTicked } from '#platform/registrations/registration-queries.ts'
import type { Services } from '#platform/services.ts'
import { countFollowersOf } from '#platform/subscriptions/follow-queries.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listSubjectTopics, listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import { findMeeting, listMeetingEvents, listMeetings, type Meeting, type MeetingEvent } from '../meeting-queries.ts'
import {
  listAgenda,
  listBodiesOf,
  listBodyChoices,
  listDays,
  type BodyOf,
  type WrittenItem,
} from '../agenda-queries.ts'
import {
  isPublic,
  KIND,
  MEETING_KINDS,
  MEETING_STATES,
  NOTICE_SLOT,
  phaseOn,
  type MeetingDay,
  type MeetingKind,
  type MeetingState,
  type Phase,
} from '../meeting-rules.ts'
import { meetingPermissions as may } from '../permissions.ts'
import { listConsultationChoices } from '../published-queries.ts'
import { listOutcomes, type Outcome } from './outcome-queries.ts'

const PAGE = 50

export type OfficeListView = {
  items: (Meeting & { phase: Phase })[]
  institutions: ReadonlyMap<string, string>
  state: MeetingState | null
  kind: MeetingKind | null
  older: string | null
  paged: boolean
  mayWrite: boolean
}

export async function viewOfficeList(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<OfficeListView> {
  const institutions = institutionsWhere(official, may['meetings.read'])
  const state = MEETING_STATES.find((one) => one === query.gjendja) ?? null
  const kind = MEETING_KINDS.find((one) => one === query.lloji) ?? null
  const before = readListKey(query.para)
  const [listed, names] = await Promise.all([
    listMeetings(db, { institutions, state, kind }, before, PAGE + 1),
    listInstitutions(db, lang, institutions),
  ])
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items: items.map((one) => ({ ...one, phase: phaseOn(one, civilDateIn(one.zone, clock.now())) })),
    institutions: new Map(names.map(({ id, name }) => [id, name])),
    state,
    kind,
    older: listed.length > PAGE && last ? writeListKey({ at: last.createdAt, id: last.id }) : null,
    paged: before !== null,
    mayWrite: institutionsWhere(official, may['meetings.write'])?.length !== 0,
  }
}

export type OfficeMeetingView = {
  meeting: Meeting
  title: string
  institution: InstitutionSummary
  phase: Phase
  days: MeetingDay[]
  items: WrittenItem[]
  bodies: BodyOf[]
  outcomes: Outcome[]
  events: MeetingEvent[]
  documents: Document[]
  links: LinkedRecord[]
  /** What it can be about: public consultations of the institution that it is not about already. */
  choices: { ref: string; title: string }[]
  notice: DeadlineView | null
  counts: { confirmed: number; waiting: number }
  followers: number
  mayWrite: boolean
  mayReadNames: boolean
  mayTakeDown: boolean
}

/** Null: there is none that this official may read. */
export async function viewOfficeMeeting(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  id: string,
): Promise<OfficeMeetingView | null> {
  const [{ db, clock }, subject] = [services, refOf(KIND, id)]
  const meeting = isUuid(id) ? await findMeeting(db, id) : null
  const institutionId = meeting?.institutionId ?? ''
  if (!meeting || !mayIn(official, may['meetings.read'], institutionId)) return null
  const institution = await findInstitutionById(db, lang, institutionId)
  if (!institution) return null
  const [days, items, bodies, outcomes, events, documents] = await readParts(db, lang, id)
  const [links, choices, notice, counts, followers] = await Promise.all([
    viewLinks(services, doors, lang, subject, { public: false }),
    listConsultationChoices(db, lang, institutionId),
    deadlineView(services, lang, subject, NOTICE_SLOT),
    countStanding(db, subject),
    countFollowersOf(db, subject),
  ])
  return {
    meeting,
    title: (lang === 'en' && meeting.titleEn) || meeting.title,
    institution,
    phase: phaseOn(meeting, civilDateIn(meeting.zone, clock.now())),
    days,
    items,
    bodies,
    outcomes,
    events,
    documents,
    links,
    notice,
    counts,
    followers,
    choices: choices.filter(({ ref }) => !links.some((one) => one.subject.ref === ref)),
    ...rightsTo(official, meeting),
  }
}

const readParts = (db: Queryable, lang: Lang, id: string) =>
  Promise.all([
    listDays(db, [id]),
    listAgenda(db, id),
    listBodiesOf(db, lang, id),
    listOutcomes(db, id),
    listMeetingEvents(db, id),
    listDocuments(db, [refOf(KIND, id)]),
  ])

const rightsTo = (official: Official, { institutionId, state }: Meeting) => ({
  mayWrite: mayIn(official, may['meetings.write'], institutionId),
  mayReadNames: mayIn(official, may['registrations.read'], institutionId),
  mayTakeDown: isPublic(state) && mayIn(official, takedownPermissions['takedowns.take'], institutionId),
})

export type MeetingFormView = {
  institutions: InstitutionSummary[]
  bodies: BodyOf[]
  topics: (Topic & { depth: number })[]
  places: Place[]
}

/** The institutions in which this official may write, and what stands in the form to choose from. */
export async function viewMeetingForm(
  { db }: Services,
  lang: Lang,
  official: Official,
  institutionId: string | null = null,
): Promise<MeetingFormView> {
  const institutions = await listInstitutions(db, lang, institutionsWhere(official, may['meetings.write']))
  const ids = (institutionId === null ? institutions : institutions.filter(({ id }) => id === institutionId)).map(
    ({ id }) => id,
  )
  const [bodies, topics, places] = await Promise.all([
    listBodyChoices(db, lang, ids),
    listTopics(db, lang, ids),
    listPlacesOf(db, lang, ids),
  ])
  return {
    institutions,
    bodies,
    topics: treeOrder(topics).filter((one) => one.retiredOn === null),
    places: places.filter((one) => one.retiredOn === null),
  }
}

/** What it is about, and where, as its form shows it. */
export async function viewChosen({ db }: Services, id: string): Promise<{ topicIds: string[]; placeIds: string[] }> {
  const subject = refOf(KIND, id)
  const [topics, places] = await Promise.all([
    listSubjectTopics(db, 'sq', [subject]),
    listSubjectPlaces(db, 'sq', [subject]),
  ])
  return { topicIds: topics.map((one) => one.id), placeIds: places.map((one) => one.id) }
}

/** What was ticked at the door, by sector: the count begins with it. */
export const viewTicked = ({ db }: Services, meetingId: string) => countTicked(db, refOf(KIND, meetingId))
