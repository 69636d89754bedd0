import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { lockMeeting } from '../convening/meeting-queries.ts'
import { eventOfRow } from './event-row-rules.ts'
import { recordIn } from './record-events.ts'
import type { SittingRefusal } from './sitting-event-rules.ts'
import { findPen, listEvents, notifySitting, settleEventRow } from './sitting-queries.ts'

export type SettleOrder = {
  /** The event that was set aside. */
  event: string
  /** Enter it as something that happened after all that stands, or leave it out. */
  decision: { kind: 'enter'; id: string } | { kind: 'drop'; reason: string }
}
export type Settled = 'done' | 'no-such-event' | { refusal: SittingRefusal }

/** Decides about an event that did not fit when it came. It stays in the list, with what was decided. */
export const settleEvent = (
  services: Services,
  official: Official,
  meetingId: string,
  { event: eventId, decision }: SettleOrder,
): Promise<Settled> =>
  services.db.begin(async (tx): Promise<Settled> => {
    const meeting = await lockMeeting(tx, meetingId)
    const rows = meeting ? await listEvents(tx, meetingId) : []
    const waiting = rows.find((row) => row.eventId === eventId)
    if (!waiting) return 'no-such-event'
    if (waiting.state !== 'set-aside') return 'done'
    const [at, by] = [services.clock.now(), official.accountId]
    if (decision.kind === 'enter') {
      const last = rows.findLast(({ state }) => state === 'applied')?.happenedAt ?? waiting.happenedAt
      const then = last > waiting.happenedAt ? last : waiting.happenedAt
      const event = { ...eventOfRow(waiting), id: decision.id, at: then.toISOString() }
      const pen = (await findPen(tx, meetingId))?.number ?? null
      const order = { pen, device: null, events: [event], refuse: true } as const
      const recorded = await recordIn(tx, services, official, meetingId, order)
      if (recorded.kind === 'refused') return { refusal: recorded.refusal }
      // An id that something else has already enters nothing.
      if (recorded.kind !== 'recorded' || recorded.results.some(({ outcome }) => outcome !== 'applied'))
        return 'no-such-event'
    }
    const entered = decision.kind === 'enter'
    const row = { state: entered ? 'entered' : 'dropped', reason: entered ? null : decision.reason, at, by } as const
    await settleEventRow(tx, eventId, row)
    await notifySitting(tx, meetingId)
    return 'done'
  })
