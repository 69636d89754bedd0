import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { recordEvents, type Recorded } from './record-events.ts'
import type { EventOf } from './sitting-event-rules.ts'

export type Correction = EventOf<'corrected'>['body'] & { id: string; pen: number | null }

/** Says that something was otherwise, or was not. What stood before stays in the list, and everything is reckoned anew. */
export function correctEvent(
  services: Services,
  official: Official,
  meetingId: string,
  { id, pen, ...body }: Correction,
): Promise<Recorded> {
  const event = { kind: 'corrected', id, at: services.clock.now().toISOString(), body } as const
  return recordEvents(services, official, meetingId, { pen, device: null, events: [event], refuse: true })
}
