import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { CONVENING_SLOT, PAPER_KIND } from '../council-rules.ts'
import {
  findBeside,
  listAgenda,
  listCallers,
  listOpinions,
  listPostings,
  listShownEvents,
  type Beside,
  type Posting,
  type PublicEvent,
  type PublicItem,
  type PublicOpinion,
} from './agenda-queries.ts'
import { describeEvent } from './change-words-view.ts'
import { phaseOn, type Phase } from './public-rules.ts'
import { findPublishedMeeting, type PublishedMeeting } from './published-queries.ts'
import { viewCome, type ComeView } from '../invitations/come-view.ts'
import { titleOf } from './title-view.ts'

export type ShownItem = PublicItem & { files: Document[]; opinions: PublicOpinion[] }

/** With its sentence: what happened to which item, from what to what, and why. */
export type ToldEvent = PublicEvent & { words: string }

export type MeetingView = {
  meeting: PublishedMeeting
  title: string
  titleLang: Lang
  institution: InstitutionSummary
  phase: Phase
  items: ShownItem[]
  /** Its own: the notice, what belongs to no item. Never the photographs that prove the posting. */
  documents: Document[]
  postings: Posting[]
  callers: string[]
  events: ToldEvent[]
  /** Those after the notice was given, until it opened: what whoever read the notice has to know. */
  changes: ToldEvent[]
  beside: Beside
  notice: DeadlineView | null
  entries: RecordEntriesView | null
  topics: readonly { id: string; name: string }[]
  places: readonly { id: string; name: string }[]
  /** Whether people may register now. */
  come: ComeView | null
}

/** All that everybody reads of a meeting; null: there is none at this address. */
export async function viewMeeting(services: Services, lang: Lang, slug: string): Promise<MeetingView | null> {
  const { db, clock } = services
  const meeting = await findPublishedMeeting(db, lang, slug)
  const institution = meeting && (await findInstitutionById(db, lang, meeting.institutionId))
  if (!meeting || !institution) return null
  const { id, subject } = meeting
  const [items, postings, callers, shown, beside, own, notice, entries, topics, places] = await Promise.all([
    viewItems(services, lang, id),
    listPostings(db, id),
    listCallers(db, id),
    listShownEvents(db, id),
    findBeside(db, id),
    meeting.closed ? [] : listDocuments(db, [subject]),
    deadlineView(services, lang, subject, CONVENING_SLOT),
    findEntriesOfRecord(db, subject),
    meeting.closed ? [] : listSubjectTopics(db, lang, [subject]),
    meeting.closed ? [] : listSubjectPlaces(db, lang, [subject]),
  ])
  const come = await viewCome(db, meeting, clock.now())
  const events = shown.map((event) => ({ ...event, words: describeEvent(lang, { items, zone: meeting.zone }, event) }))
  return {
    meeting,
    ...titleOf(lang, meeting),
    institution,
    phase: phaseOn(meeting, civilDateIn(meeting.zone, clock.now())),
    items,
    documents: own.filter((one) => isOfPackage(one) && !postings.some(({ documentId }) => documentId === one.id)),
    postings: meeting.closed ? postings.map((one) => ({ ...one, documentId: null })) : postings,
    callers,
    events,
    changes: changesAmong(events),
    beside,
    notice,
    entries,
    topics,
    places,
    come,
  }
}

/** The agenda with papers, their files of public class, and the opinions on them. */
async function viewItems({ db }: Pick<Services, 'db'>, lang: Lang, meetingId: string): Promise<ShownItem[]> {
  const items = await listAgenda(db, lang, meetingId)
  const papers = [...new Set(items.flatMap(({ paperId }) => (paperId === null ? [] : [paperId])))]
  if (papers.length === 0) return items.map((item) => ({ ...item, files: [], opinions: [] }))
  const [files, opinions] = await Promise.all([
    listDocuments(
      db,
      papers.map((id) => refOf(PAPER_KIND, id)),
    ),
    listOpinions(db, lang, papers),
  ])
  return items.map((item) => ({
    ...item,
    files: files.filter(
      (one) => item.paperId !== null && one.subject === refOf(PAPER_KIND, item.paperId) && isOfPackage(one),
    ),
    opinions: opinions.filter(({ paperId }) => paperId === item.paperId),
  }))
}

/** Papers, not pictures and recordings: those have pages of their own. */
const isOfPackage = ({ class: of, role, mediaType }: Document): boolean =>
  of === 'public' && role !== 'picture' && role !== 'proof' && !/^(video|audio)\//.test(mediaType)

const UNTIL_IT_OPENS = ['changed', 'moved', 'postponed', 'cancelled']
const OF_AGENDA = /^(item|order|document|opinion)-/

const changesAmong = (events: readonly ToldEvent[]): ToldEvent[] => {
  const convened = events.findIndex(({ kind }) => kind === 'convened')
  return events
    .slice(convened + 1)
    .filter(({ kind }) => UNTIL_IT_OPENS.includes(kind) || OF_AGENDA.test(kind) || kind === 'convened')
}
