import type { ChangedBy } from '#platform/history/record-change.ts'
import { endLink, linkRecords } from '#platform/links/link-records.ts'
import type { LinkKind } from '#platform/links/link-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { isPublic, KIND } from '../meeting-rules.ts'
import { doWithMeeting, writtenMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import { countChanged } from './outcome-queries.ts'
import { tellOfMeeting } from './tell-meeting.ts'

type Order = { to: string; kind: LinkKind; by: ChangedBy }

/** What the meeting is about, or what lay on its table. Twice is once. */
export const bindMeeting = (services: Services, id: string, { to, kind, by }: Order): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'document' }, async (tx, meeting, at) => {
    const { institutionId, state } = meeting
    const isNew = await linkRecords(tx, { institutionId, from: refOf(KIND, id), to, kind, by, at })
    if (!isNew || !isPublic(state)) return 'done'
    await countChanged(tx, id, at)
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'changed', by, at, happening: 'none' })
    return 'done'
  })

export const unbindMeeting = (services: Services, id: string, { to, kind, by }: Order): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'document' }, async (tx, meeting, at) => {
    const { institutionId, state } = meeting
    const order = { institutionId, from: refOf(KIND, id), to, kind, by, at, reason: null }
    if (!(await endLink(tx, order)) || !isPublic(state)) return 'done'
    await countChanged(tx, id, at)
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'changed', by, at, happening: 'none' })
    return 'done'
  })
