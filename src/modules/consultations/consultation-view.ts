import type { Door } from '#platform/door.ts'
import type { Queryable } from '#platform/db/database.ts'
import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import {
  listDocuments,
  listTakenDown,
  listWordsIn,
  type Document,
  type TakenDownDocument,
} from '#platform/documents/document-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { LinkedRecord } from '#platform/links/links-view.ts'
import { viewThread, type MatterThread } from '#platform/links/thread-view.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import type { Services } from '#platform/services.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import {
  countPublishedByArticle,
  listNewestByArticle,
  listPublishedComments,
  type CommentCount,
  type PublishedComment,
  type StandingComment,
} from './comments/comment-queries.ts'
import { viewQuestionsPart, type QuestionsPartView } from './questions/results-view.ts'
import type { CommentPlaces } from './comments/comment-place-rules.ts'
import { viewCommentPlaces } from './comments/comment-places-view.ts'
import { listRepetitions, type LinkedConsultation } from './closing/closing-queries.ts'
import { clockOf } from './closing/closing-rules.ts'
import {
  findPublished,
  listConsultationEvents,
  type ConsultationEvent,
  type PublishedConsultation,
} from './consultation-queries.ts'
import { phaseAt, type Phase } from './consultation-rules.ts'
import { viewPlannedAs, type PlannedAs } from './year/act-view.ts'
import { WHOLE_TEXT_LIMIT } from '#platform/texts/text-length-rules.ts'
import { meetingsIn, saidSoFar, viewWay, type SaidSoFar } from './overview/overview-view.ts'
import { shareLine } from './overview/share-view.ts'
import type { WayStep } from './overview/overview-rules.ts'
import { viewNoticeParts, type NoticeParts } from './notices/notice-parts-view.ts'
import { viewPlanOfConsultation, type PlanOfConsultation } from './plan/published-plan-view.ts'
import { listActivities, type Activity } from './history/activity-queries.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import { findShown, isDivision, type ShownNode, type TextNode } from '#platform/texts/shown-tree-rules.ts'

/** How many comments stand under each article on the page of the whole text. */
const COMMENTS_UNDER_ARTICLE = 2
const COMMENTS_ON_WHOLE = 3

/** A topic or a place, as a page links it. */
export type Named = { id: string; name: string }

export type ConsultationView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  phase: Phase
  /** Until when comments are taken in, and why; null: not known. */
  deadline: DeadlineView | null
  /** What it repeats, and by what it was repeated. */
  repetitions: LinkedConsultation[]
  /** The entry of a yearly plan that it belongs to. */
  plannedAs: PlannedAs | null
  /** Reasons, effect, who leads together, and the stage before or after. */
  notice: NoticeParts
  documents: Document[]
  /** What stood among them and was taken down. */
  takenDown: TakenDownDocument[]
  events: ConsultationEvent[]
  activities: Activity[]
  topics: readonly Named[]
  places: readonly Named[]
  /** The part of the text that is on this page, and what the contents list names. */
  text: readonly ShownNode[]
  contents: readonly ShownNode[]
  /** The whole text: where citations in it lead. */
  tree: readonly ShownNode[]
  /** A long text: its chapters are pages of their own. */
  split: boolean
  counts: Map<string | null, number>
  newest: Map<string, PublishedComment[]>
  onWhole: PublishedComment[]
  /** Of articles that the newest version no longer holds: how many are published, and the newest of them. */
  lost: { count: number; newest: PublishedComment[] }
  /** Where those stand that were made on an earlier version. */
  commentPlaces: CommentPlaces
  total: number
  /** What was said so far, by article. */
  said: SaidSoFar
  /** How it was planned; null: its plan is not public, or there is none. */
  plan: PlanOfConsultation | null
  /** Meetings about it; what happened, where it stands, what comes. */
  meetings: LinkedRecord[]
  /** All that belongs to the same matter. */
  thread: MatterThread
  way: WayStep[]
  /** How many questions it asks of everybody. */
  questions: number
  /** Null: none. */
  questionsPart: QuestionsPartView | null
  /** The line that goes with the link where people pass it on. */
  share: string
  /** Where it stands in the log that only grows; null: nowhere yet. */
  entries: RecordEntriesView | null
}

/** All that the page of a consultation shows; with a division, only that part of a long text. */
export async function viewConsultation(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  slug: string,
  divisionId: string | null = null,
): Promise<ConsultationView | null> {
  const consultation = await findPublished(services.db, lang, slug)
  if (!consultation) return null
  const now = services.clock.now()
  const phase = phaseAt(consultation, now)
  const [parts, closing, joined] = await Promise.all([
    readParts(services.db, lang, consultation, now),
    readClosing(services, lang, consultation),
    readJoined(services, doors, lang, consultation, phase),
  ])
  const [about, { tree, length }, counts, newest, whole, documents, takenDown, events, activities, entries] = parts
  if (!about) return null
  const part = divisionId === null ? null : findShown(tree, divisionId)
  if (divisionId !== null && (!part || !isDivision(part))) return null
  const counted = countsOf(counts, tree)
  return {
    consultation,
    ...about,
    ...closing,
    ...joined,
    phase,
    share: shareLine(lang, consultation, phase),
    documents,
    takenDown,
    events,
    activities,
    entries,
    ...shownOf(tree, part, length),
    newest: groupByArticle(newest),
    onWhole: whole,
    ...counted,
    ...(await readMoved(services.db, consultation, counts, newest)),
  }
}

/** How people take part beside comments, and where it stands on its way. */
async function readJoined(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  consultation: PublishedConsultation,
  phase: Phase,
): Promise<Pick<ConsultationView, 'thread' | 'meetings' | 'way' | 'questions' | 'questionsPart'>> {
  const [thread, questionsPart] = await Promise.all([
    viewThread(services, doors, lang, `consultations.consultation:${consultation.id}`, { public: true }),
    viewQuestionsPart(services, consultation),
  ])
  const meetings = meetingsIn(thread)
  const way = viewWay(consultation, phase, meetings, services.clock.now())
  return { thread, meetings, way, questions: questionsPart?.asked ?? 0, questionsPart }
}

/** Until when, and what its stage is linked with. */
async function readClosing(services: Services, lang: Lang, { id, slug }: PublishedConsultation) {
  const { subject, slot } = clockOf(id)
  const [deadline, repetitions, plannedAs, notice, plan] = await Promise.all([
    deadlineView(services, lang, subject, slot),
    listRepetitions(services.db, lang, id, true),
    viewPlannedAs(services, lang, id),
    viewNoticeParts(services.db, lang, { id }),
    viewPlanOfConsultation(services, slug),
  ])
  return { deadline, repetitions, plannedAs, notice, plan }
}

/** Whose it is, what it is about, and where. */
async function readAbout(db: Queryable, lang: Lang, { id, institutionId }: PublishedConsultation) {
  const subject = [`consultations.consultation:${id}`]
  const [institution, topics, places] = await Promise.all([
    findInstitutionById(db, lang, institutionId),
    listSubjectTopics(db, lang, subject),
    listSubjectPlaces(db, lang, subject),
  ])
  return institution && { institution, topics, places }
}

/** What stands around a consultation, in one go. */
const readParts = (db: Queryable, lang: Lang, consultation: PublishedConsultation, now: Date) =>
  Promise.all([
    readAbout(db, lang, consultation),
    publishedText(db, consultation.textVersionId, now),
    countPublishedByArticle(db, consultation.id),
    consultation.textVersionId ? listNewestByArticle(db, consultation.id, COMMENTS_UNDER_ARTICLE) : [],
    newestUnder(db, consultation.id, 'whole'),
    publicDocumentsOf(db, lang, `consultations.consultation:${consultation.id}`),
    listTakenDown(db, [`consultations.consultation:${consultation.id}`]),
    listConsultationEvents(db, lang, consultation.id),
    consultation.history ? listActivities(db, lang, consultation.id) : [],
    findEntriesOfRecord(db, `consultations.consultation:${consultation.id}`),
  ])

const newestUnder = (db: Queryable, consultationId: string, under: 'whole' | 'lost'): Promise<PublishedComment[]> =>
  listPublishedComments(db, { consultationId, under, state: 'published', before: null, limit: COMMENTS_ON_WHOLE })

/** What became of comments on earlier versions; of a text with one version nothing is asked. */
async function readMoved(
  db: Queryable,
  consultation: PublishedConsultation,
  counts: readonly CommentCount[],
  shown: readonly PublishedComment[],
): Promise<Pick<ConsultationView, 'lost' | 'commentPlaces'>> {
  const count = counts.find(({ lost }) => lost)?.count ?? 0
  const newest = count > 0 ? await newestUnder(db, consultation.id, 'lost') : []
  return { lost: { count, newest }, commentPlaces: await viewCommentPlaces(db, consultation, [...shown, ...newest]) }
}

/** Those of public class, with their titles in the language of the page. */
async function publicDocumentsOf(db: Queryable, lang: Lang, subject: string): Promise<Document[]> {
  const [documents, words] = await Promise.all([
    listDocuments(db, [subject]),
    lang === 'sq' ? [] : listWordsIn(db, lang, [subject]),
  ])
  const titles = new Map(words.map(({ id, title }) => [id, title]))
  return documents
    .filter((document) => document.class === 'public')
    .map((document) => ({
      ...document,
      title: titles.get(document.id) ?? document.title,
      ownLang: titles.get(document.id) ? lang : document.ownLang,
    }))
}

function countsOf(rows: readonly CommentCount[], tree: readonly ShownNode[]) {
  const counts = new Map(rows.flatMap((row) => (row.lost ? [] : [[row.nodeId, row.count] as const])))
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  return { counts, total, said: saidSoFar(tree, counts, total) }
}

/** What of the text stands on this page, and how a reader comes to the rest. */
function shownOf(tree: readonly ShownNode[], part: ShownNode | null, length: number) {
  const split = length > WHOLE_TEXT_LIMIT
  return { text: shownText(tree, part, split), contents: tree.filter((node) => isDivision(node)), tree, split }
}

function shownText(tree: readonly ShownNode[], part: ShownNode | null, split: boolean): readonly ShownNode[] {
  if (part) return [part]
  return split ? tree.filter((node) => !isDivision(node)) : tree
}

function groupByArticle(comments: readonly StandingComment[]): Map<string, PublishedComment[]> {
  const groups = new Map<string, PublishedComment[]>()
  for (const comment of comments) {
    const group = groups.get(comment.standsNodeId)
    if (group) group.push(comment)
    else groups.set(comment.standsNodeId, [comment])
  }
  return groups
}

/** The nodes of the published text in reading order, for the record as data. */
export const viewPublishedNodes = async (
  { db }: Services,
  { textVersionId }: PublishedConsultation,
): Promise<TextNode[]> => (textVersionId ? listNodes(db, textVersionId) : [])
