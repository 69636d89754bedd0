import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { listAgenda } from '../convening/meeting-queries.ts'
import { givenBody, givenMeeting } from '../convening/testing.ts'
import { listRecordings, type RecordingFacts } from './recording-queries.ts'
import { addRecording, publishRecording, setMarks, takeSubtitles } from './write-recording.ts'

type Wish = {
  institution?: string
  published?: boolean
  /** With subtitles and a moment set by hand. */
  spoken?: boolean
}

/** Help for tests: a meeting with one recording. Only tests import this. */
export async function givenRecording(
  services: Services,
  { institution = 'prova', published = true, spoken = false }: Wish = {},
): Promise<{ id: string; meetingId: string; slug: string }> {
  const body = await givenBody(services, { institution })
  const meeting = await givenMeeting(services, { bodyId: body.id })
  const by = 'command-line' as const
  await addRecording(services, { meetingId: meeting.id, formId: randomUUID(), facts: A_RECORDING, by })
  const [recording] = await listRecordings(services.db, meeting.id)
  if (!recording) throw new Error('no recording was added')
  const order = { meetingId: meeting.id, id: recording.id, seen: null, by }
  if (spoken) {
    const cues = [{ fromMs: 5000, toMs: 7000, words: 'Mirë se erdhët' }]
    await takeSubtitles(services, {
      ...order,
      subtitle: { lang: 'sq', madeBy: 'person', fileName: 'titrat.vtt', cues },
    })
    const [item] = await listAgenda(services.db, meeting.id)
    await setMarks(services, { ...order, marks: item ? [{ itemId: item.id, voteId: null, seconds: 5 }] : [] })
  }
  if (published) await publishRecording(services, order)
  return { id: recording.id, meetingId: meeting.id, slug: meeting.slug }
}

const A_RECORDING: RecordingFacts = {
  kind: 'video',
  url: 'https://video.example/mbledhja.mp4',
  title: null,
  startsAt: new Date('2026-11-21T09:00:00Z'),
  seconds: 7200,
  closedPartsCut: false,
}
