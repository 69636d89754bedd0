import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import { viewThread, type MatterThread } from '#platform/links/thread-view.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import type { Door } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { phaseAt, type Phase } from '../consultation-rules.ts'
import {
  findActOfConsultation,
  findPlannedAct,
  listActConsultations,
  listCarried,
  listPlannedChanges,
  type ActConsultation,
  type PlannedChange,
} from './year-queries.ts'
import { PLANNED_ACT_KIND, readActName } from './year-rules.ts'
import { reckoned, type ReckonedAct } from './year-view.ts'

type Named = { id: string; name: string }

export type ActView = {
  act: ReckonedAct
  institution: InstitutionSummary
  topics: readonly Named[]
  places: readonly Named[]
  changes: readonly PlannedChange[]
  consultations: readonly (ActConsultation & { phase: Phase })[]
  carried: readonly { id: string; institutionSlug: string; year: number; number: number }[]
  /** All that belongs to the same matter: consultations, plans, meetings, the act that was adopted. */
  thread: MatterThread
  entries: RecordEntriesView | null
}

/** All that the page of a planned act shows; null: there is none at this address. */
export async function viewAct(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  year: number,
  name: string,
): Promise<ActView | null> {
  const { db, clock } = services
  const asked = readActName(name)
  const found = asked && (await findPlannedAct(db, lang, { ...asked, year }))
  if (!found) return null
  const subject = refOf(PLANNED_ACT_KIND, found.id)
  const [institution, topics, places, changes, consultations, carried, thread, entries] = await Promise.all([
    findInstitutionById(db, lang, found.institutionId),
    listSubjectTopics(db, lang, [subject]),
    listSubjectPlaces(db, lang, [subject]),
    listPlannedChanges(db, found.id),
    listActConsultations(db, lang, found.id),
    listCarried(db, found),
    viewThread(services, doors, lang, subject, { public: true }),
    findEntriesOfRecord(db, subject),
  ])
  if (!institution) return null
  const now = clock.now()
  return {
    act: reckoned(found, now),
    institution,
    topics,
    places,
    changes,
    consultations: consultations.map((one) => ({ ...one, phase: phaseAt(one, now) })),
    carried,
    thread,
    entries,
  }
}

/** The one line of a consultation's page: to which entry of which plan it belongs. */
export type PlannedAs = { year: number; number: number; institutionSlug: string; title: string }

export async function viewPlannedAs({ db }: Services, lang: Lang, consultationId: string): Promise<PlannedAs | null> {
  return findActOfConsultation(db, lang, consultationId)
}
