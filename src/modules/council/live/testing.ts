import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import type { ItemFields } from '../convening/agenda-queries.ts'
import type { CouncilMeeting } from '../convening/meeting-queries.ts'
import { givenMeeting } from '../convening/testing.ts'
import { givenCouncil, type GivenCouncil } from '../people/testing.ts'
import { recordEvents } from '../sitting/record-events.ts'
import type { Majority, SittingEventBody, VoteMethod, VoteStage } from '../sitting/sitting-event-rules.ts'

/** Help for tests: a meeting that is being held. Only tests import this. */

export type GivenSitting = {
  council: GivenCouncil
  meeting: CouncilMeeting
  /** Ids of the items, in order. */
  items: string[]
  /** Events one after the other, a second apart. */
  record: (...bodies: SittingEventBody[]) => Promise<void>
}

type Wish = {
  council?: GivenCouncil
  institution?: string
  items?: readonly Partial<ItemFields>[]
  /** How many answered when the roll was called; null: nothing has happened yet. */
  there?: number | null
}

export async function givenSitting(services: Services, wish: Wish = {}): Promise<GivenSitting> {
  const {
    institution = 'prova',
    items = [{ title: 'Tarifat e tregut' }, { title: 'Padia e pronarit' }],
    there = 6,
  } = wish
  const council = wish.council ?? (await givenCouncil(services, { members: 7, seats: 7, institution }))
  const meeting = await givenMeeting(services, { bodyId: council.bodyId, items })
  const rows = await services.db<{ id: string }[]>`
    select id from council.agenda_items where meeting_id = ${meeting.id} order by ordinal`
  let second = 0
  const record = async (...bodies: SittingEventBody[]): Promise<void> => {
    const start = services.clock.now().getTime()
    const events = bodies.map((body) => ({
      ...body,
      id: randomUUID(),
      at: new Date(start + second++ * 1000).toISOString(),
    }))
    const recorded = await recordEvents(services, 'command-line', meeting.id, { pen: null, device: null, events })
    const refused = recorded.kind === 'recorded' && recorded.results.find(({ outcome }) => outcome !== 'applied')
    if (recorded.kind !== 'recorded' || refused) throw new Error(`not recorded: ${JSON.stringify(recorded)}`)
  }
  const ids = council.members.map(({ id }) => id)
  if (there !== null) {
    const roll = { present: ids.slice(0, there), remote: [], excused: [] }
    await record({ kind: 'opened', body: { chair: ids[0] ?? null } }, { kind: 'roll-called', body: roll })
  }
  return { council, meeting, items: rows.map(({ id }) => id), record }
}

const HALF: Majority = { of: 'all-members', numerator: 1, denominator: 2, strict: true, id: null, basis: 'prova' }

type GivenVote = {
  item: string | null
  question: string
  yes: number
  no?: number
  stage?: VoteStage
  method?: VoteMethod
}

/** A vote by hands, opened and taken; its id, and the two events. */
export function aVote({ item, question, yes, no = 0, stage = 'as-a-whole' }: GivenVote): {
  id: string
  events: SittingEventBody[]
} {
  const id = randomUUID()
  const asked = {
    vote: id,
    item,
    motion: null,
    stage,
    article: null,
    question,
    method: 'by-hands',
    majority: HALF,
  } as const
  const counts = { for: yes, against: no, abstain: 0 }
  return {
    id,
    events: [
      { kind: 'vote-opened', body: asked },
      { kind: 'vote-taken', body: { vote: id, ballots: null, counts } },
    ],
  }
}
