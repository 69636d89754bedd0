import { listDocuments, listTakenDown, type Document } from '#platform/documents/document-queries.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import { viewThread, type MatterThread } from '#platform/links/thread-view.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { listOpinions, type PublicOpinion } from './agenda-queries.ts'
import { findPublishedPaper, listMeetingsOfPapers, type MeetingOfPaper, type PublishedPaper } from './paper-queries.ts'
import { titleOf } from './title-view.ts'

export type PaperView = {
  paper: PublishedPaper
  title: string
  titleLang: Lang
  institution: InstitutionSummary
  files: Document[]
  takenDown: number
  opinions: PublicOpinion[]
  meetings: (MeetingOfPaper & { title: string; titleLang: Lang })[]
  /** The consultation that it came from, where everybody reads that. */
  about: Subject | null
  thread: MatterThread
  entries: RecordEntriesView | null
  topics: readonly { id: string; name: string }[]
  places: readonly { id: string; name: string }[]
  today: string
}

/** A paper with its files and its way through the bodies; null: none that everybody may read. */
export async function viewPaper(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  id: string,
): Promise<PaperView | null> {
  const { db, clock } = services
  const paper = await findPublishedPaper(db, lang, id)
  const institution = paper && (await findInstitutionById(db, lang, paper.institutionId))
  if (!paper || !institution) return null
  const { subject, aboutRef } = paper
  const [all, takenDown, opinions, meetings, thread, entries, topics, places, subjects] = await Promise.all([
    listDocuments(db, [subject]),
    listTakenDown(db, [subject]),
    listOpinions(db, lang, [id]),
    listMeetingsOfPapers(db, lang, [id]),
    viewThread(services, doors, lang, subject, { public: true }),
    findEntriesOfRecord(db, subject),
    listSubjectTopics(db, lang, [subject]),
    listSubjectPlaces(db, lang, [subject]),
    aboutRef === null ? new Map<string, Subject>() : findSubjects(doors, services, lang, [aboutRef]),
  ])
  const about = subjects.get(aboutRef ?? '') ?? null
  return {
    paper,
    ...nameOf(lang, paper),
    institution,
    files: all.filter((one) => one.class === 'public'),
    takenDown: takenDown.length,
    opinions,
    meetings: meetings.map((one) => ({ ...one, ...titleOf(lang, { ...one, kind: one.meetingKind }) })),
    about,
    thread,
    entries,
    topics,
    places,
    today: civilDateIn(paper.zone, clock.now()),
  }
}

const nameOf = (lang: Lang, { title, titleEn, lang: own }: PublishedPaper): { title: string; titleLang: Lang } =>
  lang === 'en' && titleEn !== null ? { title: titleEn, titleLang: 'en' } : { title, titleLang: own }
