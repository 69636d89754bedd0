import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import type { ItemFields } from '../convening/agenda-queries.ts'
import { givenMeeting, givenPaper } from '../convening/testing.ts'
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

type Moved = { article: string | null; words: string; adopted?: boolean }

export type VoteWish = {
  institution?: string
  title?: string
  paperKind?: 'draft-decision' | 'draft-regulation' | 'draft-resolution' | 'report'
  /** The consultation that the draft is about. */
  aboutRef?: string
  amendments?: readonly Moved[]
  item?: Partial<ItemFields>
  result?: 'adopted' | 'rejected'
}

export type GivenVote = { voteId: string; itemId: string; paperId: string; meetingId: string; institutionId: string }

/** A meeting that voted on a draft act as a whole, after its amendments. */
export async function givenAdoptedVote(services: Services, wish: VoteWish = {}): Promise<GivenVote> {
  const { institution = 'prova', title = 'Projektvendim për tarifat e tregut', amendments = [] } = wish
  const council = await councilOf(services, institution)
  const { institutionId } = council
  const paper = await givenPaper(services, { institutionId, title, kind: wish.paperKind ?? 'draft-decision' })
  if (wish.aboutRef) await services.db`update council.papers set about_ref = ${wish.aboutRef} where id = ${paper.id}`
  const items = [{ title, paperId: paper.id, ...wish.item }]
  const { id: meetingId } = await givenMeeting(services, { bodyId: council.bodyId, inDays: 0, items })
  const [item] = await services.db<{ id: string }[]>`
    select id from council.agenda_items where meeting_id = ${meetingId} order by ordinal limit 1`
  const itemId = item?.id ?? ''
  const voteId = randomUUID()
  const ids = council.members.map(({ id }) => id)
  const bodies: SittingEventBody[] = [
    { kind: 'opened', body: { chair: ids[0] ?? null } },
    { kind: 'roll-called', body: { present: ids.slice(0, 4), remote: [], excused: [] } },
    { kind: 'item-opened', body: { item: itemId } },
    ...amendments.flatMap((one) => amendmentEvents(one, itemId, ids)),
    ...voteEvents({ vote: voteId, item: itemId, motion: null, stage: 'as-a-whole' }, ids, wish.result !== 'rejected'),
  ]
  const events = bodies.map((body, minute) => anEvent(services, minute, body))
  const recorded = await recordEvents(services, 'command-line', meetingId, { pen: null, device: null, events })
  const refused = recorded.kind === 'recorded' ? recorded.results.find(({ refusal }) => refusal !== null) : recorded
  if (refused) throw new Error(`vote not recorded: ${JSON.stringify(refused)}`)
  return { voteId, itemId, paperId: paper.id, meetingId, institutionId }
}

const HALF = { of: 'all-members', numerator: 1, denominator: 2, strict: true, id: null, basis: 'Neni 1' } as const

type Voted = { vote: string; item: string; motion: string | null; stage: 'amendment' | 'as-a-whole' }

const voteEvents = (asked: Voted, ids: readonly string[], adopted: boolean): SittingEventBody[] => [
  {
    kind: 'vote-opened',
    body: { ...asked, article: null, question: 'A miratohet?', method: 'by-name', majority: HALF },
  },
  {
    kind: 'vote-taken',
    body: {
      vote: asked.vote,
      ballots: Object.fromEntries(ids.slice(0, 4).map((id) => [id, adopted ? 'for' : 'against'])),
      counts: null,
    },
  },
]

function amendmentEvents(
  { article, words, adopted = true }: Moved,
  item: string,
  ids: readonly string[],
): SittingEventBody[] {
  const motion = randomUUID()
  return [
    {
      kind: 'motion-moved',
      body: { motion, item, motionKind: 'amendment', article, words, person: ids[1] ?? null, mover: null },
    },
    ...voteEvents({ vote: randomUUID(), item, motion, stage: 'amendment' }, ids, adopted),
  ]
}
