import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { listPublicRecordingIds, listPublishedById, type PublishedRecording } from './published-recording-queries.ts'
import { listClosedStretches, listMoments } from './recording-queries.ts'
import { RECORDING_KIND } from './recording-rules.ts'
import { chaptersOf } from './recording-view.ts'
import { inEvery, textsIn } from './texts.ts'
import { recordingUrls } from './urls.ts'

/** What was said, as far as there are subtitles: found by item, so that a finding leads near its moment. */
export const recordingSearch: SearchSource = {
  subjectKind: RECORDING_KIND,
  kinds: { recording: { sq: textsIn('sq').found, en: textsIn('en').found } },
  states: { published: inEvery((t) => t.published) },
  async find(db, ids) {
    const recordings = await listPublishedById(db, ids)
    const meetings = [...new Set(recordings.map(({ meetingId }) => meetingId))]
    if (meetings.length === 0) return []
    const [moments, closed] = await Promise.all([listMoments(db, meetings), listClosedStretches(db, meetings)])
    return recordings.flatMap((one) => {
      const own = <T extends { meetingId: string }>(of: readonly T[]) =>
        of.filter(({ meetingId }) => meetingId === one.meetingId)
      return documentsOf(one, chaptersOf(one, own(moments), own(closed)))
    })
  },
  idsAfter: listPublicRecordingIds,
}

type Chapters = ReturnType<typeof chaptersOf>

function documentsOf(one: PublishedRecording, chapters: Chapters): SearchDocument[] {
  const items = chapters.filter(({ kind }) => kind === 'item')
  const words = wordsIn(one)
  const before = words.filter(({ seconds }) => seconds < (items[0]?.seconds ?? Infinity))
  const whole = { ...headOf(one), part: '', heading: null, body: bodyOf(before) }
  const parts = items.flatMap((item, index): SearchDocument[] => {
    const end = items[index + 1]?.seconds ?? Infinity
    const said = words.filter(({ seconds }) => seconds >= item.seconds && seconds < end)
    if (said.length === 0) return []
    return [{ ...headOf(one), part: item.id, heading: item.title, body: bodyOf(said), borrowedTitle: true }]
  })
  return [whole, ...parts]
}

/** Of subtitles in several languages those of the record's own language, else the first. */
function wordsIn({ subtitles, lang }: PublishedRecording): { seconds: number; words: string }[] {
  const chosen = subtitles.find((one) => one.lang === lang) ?? subtitles[0]
  return (chosen?.cues ?? []).map(([from, , words]) => ({ seconds: Math.floor(from / 1000), words }))
}

const bodyOf = (said: readonly { words: string }[]): string => said.map(({ words }) => words).join(' ')

const headOf = (one: PublishedRecording) => ({
  subject: refOf(RECORDING_KIND, one.id),
  matter: refOf(MEETING_KIND, one.meetingId),
  kind: 'recording',
  institutionId: one.institutionId,
  lang: one.lang,
  title: one.title,
  translated: null,
  numbers: [],
  href: recordingUrls.ofMeeting(one.meetingSlug),
  publishedAt: one.publishedAt,
  changedAt: one.changedAt,
  day: one.day ?? civilDateIn(one.zone, one.publishedAt),
  state: 'published',
  topics: one.topics,
  places: one.places,
  dueOn: null,
})
