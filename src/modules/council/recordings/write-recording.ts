import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { lockMeeting, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import {
  hadClosedParts,
  holdRecording,
  insertRecording,
  markPublished,
  markRemoved,
  replaceMarks,
  replaceSubtitle,
  touchRecording,
  updateRecording,
  type Mark,
  type NewSubtitle,
  type Recording,
  type RecordingFacts,
} from './recording-queries.ts'
import { enterRecording } from './recording-records.ts'

export type RecordingOutcome = 'done' | 'no-such-recording' | 'changed-meanwhile' | 'closed-parts' | 'not-public'
type By = ChangedBy
type Order = { meetingId: string; id: string; seen: number | null; by: By }

/** Not public yet: a recording is looked at before everybody is led to it. */
export const addRecording = (
  services: Services,
  order: { meetingId: string; formId: string; facts: RecordingFacts; by: By },
): Promise<RecordingOutcome> =>
  services.db.begin(async (tx): Promise<RecordingOutcome> => {
    const meeting = await lockMeeting(tx, order.meetingId)
    if (!meeting) return 'no-such-recording'
    const at = services.clock.now()
    const row = { institutionId: meeting.institutionId, meetingId: meeting.id, formId: order.formId, at }
    const id = await insertRecording(tx, { facts: order.facts, ...row })
    if (id !== null) await told(tx, meeting, { kind: 'recording-added', by: order.by, at, url: order.facts.url })
    return 'done'
  })

export const changeRecording = (services: Services, order: Order & { facts: RecordingFacts }) =>
  doWithRecording(services, order, async (tx, recording, { at }) => {
    // What is public stays so only as long as its closed parts are out of it.
    const showsClosed = recording.publishedAt !== null && order.facts.kind !== 'live' && !order.facts.closedPartsCut
    if (showsClosed && (await hadClosedParts(tx, recording.meetingId))) return 'closed-parts'
    await updateRecording(tx, recording.id, order.facts, at)
    return 'recording-changed'
  })

export const publishRecording = (services: Services, order: Order) =>
  doWithRecording(services, order, async (tx, recording, { meeting, at }) => {
    if (meeting.state === 'draft' || meeting.state === 'taken-down' || meeting.state === 'cancelled')
      return 'not-public'
    const needsCut = recording.kind !== 'live' && !recording.closedPartsCut
    if (meeting.closed || (needsCut && (await hadClosedParts(tx, meeting.id)))) return 'closed-parts'
    await markPublished(tx, recording.id, at)
    const matter = refOf(MEETING_KIND, meeting.id)
    await tellHappening(tx, {
      matter,
      subject: matter,
      institutionId: meeting.institutionId,
      kind: 'council.recording',
      at,
    })
    return 'recording-published'
  })

export const removeRecording = (services: Services, order: Order) =>
  doWithRecording(services, order, async (tx, recording, { at }) => {
    await markRemoved(tx, recording.id, at)
    return 'recording-removed'
  })

/** In place of all that were set before. */
export const setMarks = (services: Services, order: Order & { marks: readonly Mark[] }) =>
  doWithRecording(services, order, async (tx, recording, { at }) => {
    await replaceMarks(tx, recording.id, order.marks)
    await touchRecording(tx, recording.id, at)
    return 'recording-marked'
  })

type Words = Pick<NewSubtitle, 'lang' | 'madeBy' | 'fileName' | 'cues'>

export const takeSubtitles = (services: Services, order: Order & { subtitle: Words }) =>
  doWithRecording(services, order, async (tx, recording, { at }) => {
    const { institutionId, id } = recording
    await replaceSubtitle(tx, { ...order.subtitle, institutionId, recordingId: id, at })
    await touchRecording(tx, id, at)
    return 'subtitles-added'
  })

type Within = { meeting: CouncilMeeting; at: Date }
type Refusal = Exclude<RecordingOutcome, 'done'>
type Happened =
  'recording-changed' | 'recording-published' | 'recording-removed' | 'recording-marked' | 'subtitles-added'
const REFUSALS: readonly string[] = [
  'no-such-recording',
  'changed-meanwhile',
  'closed-parts',
  'not-public',
] satisfies Refusal[]
const isRefusal = (words: Refusal | Happened): words is Refusal => REFUSALS.includes(words)

function doWithRecording(
  services: Services,
  { meetingId, id, seen, by }: Order,
  write: (tx: Transaction, recording: Recording, within: Within) => Promise<Refusal | Happened>,
): Promise<RecordingOutcome> {
  return services.db.begin(async (tx): Promise<RecordingOutcome> => {
    const meeting = await lockMeeting(tx, meetingId)
    const recording = meeting ? await holdRecording(tx, meetingId, id) : null
    if (!meeting || !recording) return 'no-such-recording'
    if (seen !== null && recording.version !== seen) return 'changed-meanwhile'
    const at = services.clock.now()
    const outcome = await write(tx, recording, { meeting, at })
    if (isRefusal(outcome)) return outcome
    await told(tx, meeting, { kind: outcome, by, at, url: recording.url })
    await enterRecording(tx, services, id)
    return 'done'
  })
}

const told = (
  tx: Transaction,
  meeting: CouncilMeeting,
  { kind, by, at, url }: { kind: string; by: By; at: Date; url: string },
): Promise<void> =>
  recordChange(tx, {
    institutionId: meeting.institutionId,
    subject: refOf(MEETING_KIND, meeting.id),
    kind,
    by,
    at,
    fields: [{ field: 'recording', from: null, to: url }],
  })
