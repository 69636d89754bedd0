import { randomUUID } from 'node:crypto'
import type { Transaction } from '#platform/db/database.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { insertItem, listToCarry, type NewItem } from './agenda-queries.ts'
import { isPublicMeeting, MEETING_LIMITS, shownTitle } from './convening-rules.ts'
import { doWithMeeting, writtenMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import { findMeeting, listAgenda, type AgendaItem } from './meeting-queries.ts'
import { touchMeeting } from './meeting-writing-queries.ts'
import { publishPapersOf } from './publish-papers.ts'
import { tellOfMeeting } from './tell-meeting.ts'

const copyOf = (item: AgendaItem, more: Pick<NewItem, 'meetingId' | 'origin' | 'carriedFrom' | 'at'>): NewItem => ({
  id: randomUUID(),
  institutionId: item.institutionId,
  title: item.title,
  titleEn: item.titleEn,
  kind: item.kind,
  paperId: item.paperId,
  actKind: item.ownActKind,
  rapporteur: item.rapporteur,
  hearingAt: null,
  speakerMinutes: item.speakerMinutes,
  // Each meeting decides for itself whether it closes its doors; what was closed stays so until somebody opens it.
  closed: item.closed,
  publicTitle: item.publicTitle,
  closedAskedBy: item.closedAskedBy,
  closedReason: item.closedReason,
  ...more,
})

/** Of one day only, like every matter behind closed doors. */
const OF_ONE_DAY: readonly string[] = ['hearing', 'election']

/**
 * The agenda of an earlier meeting as the beginning of a new one: what comes back each time. Its papers were dealt with and
 * stay where they were.
 */
export async function copyAgenda(
  tx: Transaction,
  meeting: { id: string; institutionId: string },
  fromId: string,
  at: Date,
): Promise<void> {
  const from = await findMeeting(tx, fromId)
  if (from?.institutionId !== meeting.institutionId) return
  for (const item of await listAgenda(tx, fromId)) {
    if (item.state === 'withdrawn' || item.paperId !== null || item.closed || OF_ONE_DAY.includes(item.kind)) continue
    await insertItem(tx, copyOf(item, { meetingId: meeting.id, origin: 'notice', carriedFrom: null, at }))
  }
}

type Carry = { itemIds: readonly string[]; by: ChangedBy; seen: number; reason: string | null }

/** Items of earlier meetings that were not finished come onto this agenda, each bound to where it was. */
export const carryItems = (
  services: Services,
  id: string,
  { itemIds, by, seen, reason }: Carry,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'agenda', seen }, async ({ tx, meeting, at }) => {
    const open = isPublicMeeting(meeting.state)
    if (open && !reason) return 'reason-missing'
    const choices = await listToCarry(tx, { bodyId: meeting.bodyId, meetingId: id })
    const chosen = choices.filter((one) => itemIds.includes(one.id))
    if (chosen.length === 0) return 'no-such-item'
    if ((await listAgenda(tx, id)).length + chosen.length > MEETING_LIMITS.items) return 'too-many'
    await touchMeeting(tx, id, at)
    const now = await writtenMeeting(tx, id)
    for (const { id: itemId, meetingId } of chosen) {
      const item = (await listAgenda(tx, meetingId)).find((one) => one.id === itemId)
      if (!item) continue
      const origin = open ? ('added' as const) : ('notice' as const)
      const copy = copyOf(item, { meetingId: id, origin, carriedFrom: itemId, at })
      await insertItem(tx, copy)
      await tellOfMeeting(tx, now, {
        kind: 'item-added',
        by,
        at,
        itemId: copy.id,
        changes: { title: [null, shownTitle(item)] },
        reason,
        quiet: item.closed,
      })
    }
    if (open) await publishPapersOf(tx, now, { by, at })
    return 'done'
  })
