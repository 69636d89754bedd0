import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import {
  listDocuments,
  listTakenDown,
  listWordsIn,
  type Document,
  type TakenDownDocument,
} from '#platform/documents/document-queries.ts'
import type { Door } from '#platform/door.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { LinkedRecord } from '#platform/links/links-view.ts'
import { linkedIn, viewThread, type MatterThread } from '#platform/links/thread-view.ts'
import type { IcalEvent } from '#platform/lists/ical-rules.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import { countStanding } from '#platform/registrations/registration-queries.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { icalEventsOf } from './calendar-view.ts'
import { listMeetingEvents, type MeetingEvent } from './meeting-queries.ts'
import { listAgenda, listBodiesOf, listDays, type BodyOf, type WrittenItem } from './agenda-queries.ts'
import { NOTICE_SLOT, phaseOn, refusalToRegister, type MeetingDay, type Phase } from './meeting-rules.ts'
import { findPublishedMeeting, listDatesOf, type PublishedMeeting } from './published-queries.ts'
import { listOutcomes, type Outcome } from './writing/outcome-queries.ts'

export type Named = { id: string; name: string }

export type Picture = { id: string; alt: string }

export type MeetingView = {
  meeting: PublishedMeeting
  institution: InstitutionSummary
  phase: Phase
  days: MeetingDay[]
  items: WrittenItem[]
  bodies: BodyOf[]
  outcomes: Outcome[]
  events: MeetingEvent[]
  documents: Document[]
  pictures: Picture[]
  takenDown: TakenDownDocument[]
  topics: readonly Named[]
  places: readonly Named[]
  links: LinkedRecord[]
  /** All that belongs to the same matter. */
  thread: MatterThread
  /** Until when its notice was due, where law 146/2014 is its basis and the rule gives a day. */
  notice: DeadlineView | null
  entries: RecordEntriesView | null
  /** Whether somebody can ask to come now, and whether they would have to wait. */
  open: boolean
  full: boolean
}

/** All that everybody reads of a meeting; null: there is none at this address. */
export async function viewMeeting(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  slug: string,
): Promise<MeetingView | null> {
  const { db, clock } = services
  const meeting = await findPublishedMeeting(db, lang, slug)
  const institution = meeting && (await findInstitutionById(db, lang, meeting.institutionId))
  if (!meeting || !institution) return null
  const { id, subject } = meeting
  const today = civilDateIn(meeting.zone, clock.now())
  const [days, items, bodies, outcomes, events] = await Promise.all([
    listDays(db, [id]),
    listAgenda(db, id),
    listBodiesOf(db, lang, id),
    listOutcomes(db, id),
    listMeetingEvents(db, id),
  ])
  const [papers, takenDown, topics, places, thread, notice, entries, standing] = await Promise.all([
    viewPapers(db, lang, subject),
    listTakenDown(db, [subject]),
    listSubjectTopics(db, lang, [subject]),
    listSubjectPlaces(db, lang, [subject]),
    viewThread(services, doors, lang, subject, { public: true }),
    deadlineView(services, lang, subject, NOTICE_SLOT),
    findEntriesOfRecord(db, subject),
    countStanding(db, subject),
  ])
  const about = { topics, places, thread, links: linkedIn(thread), notice, entries, takenDown, ...papers }
  const full = meeting.capacity !== null && standing.confirmed >= meeting.capacity
  const open = refusalToRegister(meeting, today) === null
  const phase = phaseOn(meeting, today)
  return { meeting, institution, phase, days, items, bodies, outcomes, events, ...about, open, full }
}

/** Papers of public class, with their titles in the language of the page; pictures with their words. */
async function viewPapers(db: Queryable, lang: Lang, subject: string) {
  const [all, own, other] = await Promise.all([
    listDocuments(db, [subject]),
    listWordsIn(db, 'sq', [subject]),
    listWordsIn(db, 'en', [subject]),
  ])
  const [first, second] = lang === 'sq' ? [own, other] : [other, own]
  const titles = new Map(first.map(({ id, title }) => [id, title]))
  const alts = new Map([...second, ...first].flatMap(({ id, alt }) => (alt === null ? [] : [[id, alt] as const])))
  const shown = all
    .filter((one) => one.class === 'public')
    .map((one) => ({
      ...one,
      title: titles.get(one.id) ?? one.title,
      ownLang: titles.get(one.id) ? lang : one.ownLang,
    }))
  return {
    documents: shown.filter((one) => one.role !== 'picture'),
    pictures: shown.flatMap(({ id, role, title }) => (role === 'picture' ? [{ id, alt: alts.get(id) ?? title }] : [])),
  }
}

/** The meeting for a calendar of one's own; null: there is none at this address. */
export async function viewMeetingDates(
  { db }: Services,
  lang: Lang,
  slug: string,
): Promise<{ title: string; events: IcalEvent[] } | null> {
  const meeting = await findPublishedMeeting(db, lang, slug)
  return meeting && { title: meeting.title, events: icalEventsOf(lang, await listDatesOf(db, lang, [meeting.id])) }
}
