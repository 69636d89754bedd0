import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { formatDate, formatHour } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findMeeting, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { councilPermissions as may } from '../permissions.ts'
import {
  listLibrary,
  listLibraryInstitutions,
  listPublishedOf,
  type LibraryInstitution,
  type LibraryRow,
  type PublishedRecording,
} from './published-recording-queries.ts'
import {
  hadClosedParts,
  listClosedStretches,
  listMarks,
  listMoments,
  listRecordings,
  listSubtitles,
  type Mark,
  type Moment,
  type Recording,
  type Subtitle,
} from './recording-queries.ts'
import { momentIn, type Chapter, type Stretch } from './recording-rules.ts'

const PAGE = 20

export type OfficeRecording = Recording & {
  begin: { day: string; hour: string } | null
  moments: (Moment & { reckoned: number | null; own: number | null })[]
  subtitles: Subtitle[]
}
export type OfficeRecordingsView = {
  meeting: CouncilMeeting
  recordings: OfficeRecording[]
  mayWrite: boolean
  hadClosedParts: boolean
}

/** Null: there is no such meeting, or this official may not know of it. */
export async function viewOfficeRecordings(
  { db }: Services,
  official: Official,
  meetingId: string,
): Promise<OfficeRecordingsView | null> {
  const meeting = isUuid(meetingId) ? await findMeeting(db, meetingId) : null
  if (!meeting || !mayIn(official, may['council.read'], meeting.institutionId)) return null
  const recordings = await listRecordings(db, meetingId)
  const ids = recordings.map(({ id }) => id)
  const [moments, closed, marks, subtitles, closedParts] = await Promise.all([
    listMoments(db, [meetingId]),
    listClosedStretches(db, [meetingId]),
    listMarks(db, ids),
    listSubtitles(db, ids),
    hadClosedParts(db, meetingId),
  ])
  return {
    meeting,
    mayWrite: mayIn(official, may['council-recordings.write'], meeting.institutionId),
    hadClosedParts: closedParts,
    recordings: recordings.map((one) => ({
      ...one,
      begin: one.startsAt === null ? null : beginOf(one.startsAt, meeting.zone),
      subtitles: subtitles.filter(({ recordingId }) => recordingId === one.id),
      moments: moments.map((moment) => ({
        ...moment,
        reckoned: momentIn(one, moment.at, closed),
        own: ownMark(
          marks.filter(({ recordingId }) => recordingId === one.id),
          moment,
        ),
      })),
    })),
  }
}

function beginOf(at: Date, zone: string): { day: string; hour: string } {
  const seconds = String(at.getUTCSeconds()).padStart(2, '0')
  return { day: civilDateIn(zone, at), hour: `${formatHour(at, zone)}:${seconds}` }
}

const ownMark = (marks: readonly Mark[], { kind, id }: Pick<Moment, 'kind' | 'id'>): number | null =>
  marks.find(({ itemId, voteId }) => (kind === 'item' ? itemId : voteId) === id)?.seconds ?? null

export type ShownRecording = PublishedRecording & { chapters: Chapter[] }
export type RecordingPageView = {
  institution: InstitutionSummary | null
  slug: string
  title: string
  recordings: ShownRecording[]
}

/** What everybody finds of one meeting; null where nothing is public. */
export async function viewRecordings({ db }: Services, lang: Lang, slug: string): Promise<RecordingPageView | null> {
  const published = await listPublishedOf(db, slug)
  const first = published[0]
  if (!first) return null
  const [moments, closed, institution] = await Promise.all([
    listMoments(db, [first.meetingId]),
    listClosedStretches(db, [first.meetingId]),
    findInstitutionById(db, lang, first.institutionId),
  ])
  const title = first.day === null ? first.body : `${first.body}, ${formatDate(lang, first.day)}`
  const recordings = published.map((one) => ({ ...one, chapters: chaptersOf(one, moments, closed) }))
  return { institution, slug, title, recordings }
}

/** A moment set by hand wins over the one that is reckoned; what the recording does not hold is left out. */
export const chaptersOf = (
  recording: PublishedRecording,
  moments: readonly Moment[],
  closed: readonly Stretch[],
): Chapter[] =>
  moments
    .flatMap(({ kind, id, title, at }): Chapter[] => {
      const own = recording.marks.find(({ item, vote }) => (kind === 'item' ? item : vote) === id)?.seconds
      const seconds = own ?? momentIn(recording, at, closed)
      return seconds === null ? [] : [{ kind, id, title, seconds }]
    })
    .toSorted((one, other) => one.seconds - other.seconds)

export type LibraryView = {
  institutions: LibraryInstitution[]
  institution: string | null
  items: LibraryRow[]
  older: string | null
}

export async function viewLibrary(
  { db }: Services,
  lang: Lang,
  question: Readonly<Record<string, string | undefined>>,
): Promise<LibraryView> {
  const institutions = await listLibraryInstitutions(db, lang)
  const institution = institutions.find(({ slug }) => slug === question.institucioni)?.slug ?? null
  const rows = await listLibrary(db, lang, { institution, after: readListKey(question.pas), limit: PAGE + 1 })
  const items = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? items.at(-1) : undefined
  return { institutions, institution, items, older: last ? writeListKey({ at: last.publishedAt, id: last.id }) : null }
}
