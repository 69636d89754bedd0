import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { givenMeeting } from '../convening/testing.ts'
import { givenCouncil, type GivenCouncil } from '../people/testing.ts'
import { recordEvents } from './record-events.ts'
import type { SittingEvent, SittingEventBody } from './sitting-event-rules.ts'

/** Help for tests: a meeting under way in which one item was voted by name. Only tests import this. */
export type GivenSitting = { meetingId: string; slug: string; itemId: string; voteId: string; council: GivenCouncil }

const councils = new WeakMap<object, Map<string, Promise<GivenCouncil>>>()

/** One council for each institution and database: a test may ask for many meetings of it. */
export function councilOf(services: Services, institution = 'prova'): Promise<GivenCouncil> {
  const known = councils.get(services.db) ?? new Map<string, Promise<GivenCouncil>>()
  councils.set(services.db, known)
  const council = known.get(institution) ?? givenCouncil(services, { institution, members: 5, seats: 5 })
  known.set(institution, council)
  return council
}

/** Half an hour ago, a minute apart. */
export const anEvent = (services: Services, minute: number, body: SittingEventBody): SittingEvent => ({
  ...body,
  id: randomUUID(),
  at: new Date(services.clock.now().getTime() + (minute - 30) * 60_000).toISOString(),
})

export async function givenSitting(
  services: Services,
  { institution = 'prova' }: { institution?: string } = {},
): Promise<GivenSitting> {
  const council = await councilOf(services, institution)
  const { id: meetingId, slug } = await givenMeeting(services, { bodyId: council.bodyId, inDays: 0, items: 2 })
  const [item] = await services.db<{ id: string }[]>`
    select id from council.agenda_items where meeting_id = ${meetingId} order by ordinal limit 1`
  const [itemId, voteId] = [item?.id ?? '', randomUUID()]
  const ids = council.members.map(({ id }) => id)
  const half = { of: 'all-members', numerator: 1, denominator: 2, strict: true, id: null, basis: 'Neni 1' } as const
  const asked = { vote: voteId, item: itemId, motion: null, stage: 'as-a-whole', article: null } as const
  const bodies: SittingEventBody[] = [
    { kind: 'opened', body: { chair: ids[0] ?? null } },
    { kind: 'roll-called', body: { present: ids.slice(0, 4), remote: [], excused: [] } },
    { kind: 'item-opened', body: { item: itemId } },
    { kind: 'vote-opened', body: { ...asked, question: 'A miratohet?', method: 'by-name', majority: half } },
    {
      kind: 'vote-taken',
      body: { vote: voteId, ballots: Object.fromEntries(ids.slice(0, 4).map((id) => [id, 'for'])), counts: null },
    },
  ]
  const events = bodies.map((body, minute) => anEvent(services, minute, body))
  const recorded = await recordEvents(services, 'command-line', meetingId, { pen: null, device: null, events })
  const refused = recorded.kind === 'recorded' ? recorded.results.find(({ refusal }) => refusal !== null) : recorded
  if (refused) throw new Error(`sitting not recorded: ${JSON.stringify(refused)}`)
  return { meetingId, slug, itemId, voteId, council }
}
