import { randomUUID } from 'node:crypto'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import type { CouncilMeeting } from '../convening/meeting-queries.ts'
import { givenMeeting } from '../convening/testing.ts'
import { givenCouncil, type GivenCouncil } from '../people/testing.ts'
import { recordEvents } from '../sitting/record-events.ts'
import type { Choice, Majority, SittingEvent, SittingEventBody, VoteStage } from '../sitting/sitting-event-rules.ts'
import { approveMinutes } from './approve-minutes.ts'
import { draftMinutes } from './draft-minutes.ts'
import { findMinutes } from './minutes-queries.ts'

/** Help for tests: a meeting that was played to its end. Only tests import this. */

export const SECRET = 'Zvarritja e kontratës së fshehtë'

export type Played = {
  council: GivenCouncil
  meeting: CouncilMeeting
  /** In the order of the agenda: an amendment, a vote by name, closed doors, a vote after somebody left. */
  items: string[]
  votes: { amendment: string; byName: string; doors: string; inside: string; last: string }
  /** Came late; left before the fourth item. */
  late: string
  left: string
}

const MAJORITY: Majority = {
  of: 'present',
  numerator: 1,
  denominator: 2,
  strict: true,
  id: null,
  basis: 'Rregullorja e provës, neni 7',
}
const DOORS: Majority = { ...MAJORITY, of: 'all-members', numerator: 3, denominator: 5, strict: false }

/**
 * Five members; the fifth is absent, the fourth comes late, the third leaves before item 4. Item 1: an amendment. Item 2: by
 * name. Item 3: behind closed doors. Item 4: after the departure. Ten in the morning, some days ago.
 */
export async function givenPlayedMeeting(
  services: Services,
  { institution = 'prova', daysAgo = 3 }: { institution?: string; daysAgo?: number } = {},
): Promise<Played> {
  const council = await givenCouncil(services, { institution })
  const items = ['Buxheti i provës', 'Rregullorja e tregut', SECRET, 'Emërtimi i rrugës'].map((title) => ({ title }))
  const meeting = await givenMeeting(services, { bodyId: council.bodyId, items, inDays: -daysAgo })
  const rows = await services.db<{ id: string }[]>`
    select id from council.agenda_items where meeting_id = ${meeting.id} order by ordinal`
  const ids = rows.map(({ id }) => id)
  const votes = {
    amendment: randomUUID(),
    byName: randomUUID(),
    doors: randomUUID(),
    inside: randomUUID(),
    last: randomUUID(),
  }
  const events = playedEvents({ council, ids, votes, meeting, services, daysAgo })
  const order = { pen: null, device: null, events, refuse: true } as const
  const outcome = await recordEvents(services, 'command-line', meeting.id, order)
  if (outcome.kind !== 'recorded') throw new Error(`not recorded: ${JSON.stringify(outcome)}`)
  const [, , left, late] = council.members
  return { council, meeting, items: ids, votes, late: late?.name ?? '', left: left?.name ?? '' }
}

type Playing = {
  council: GivenCouncil
  ids: string[]
  votes: Played['votes']
  meeting: CouncilMeeting
  services: Services
  daysAgo: number
}

function playedEvents({ council, ids, votes, meeting, services, daysAgo }: Playing): SittingEvent[] {
  const [a, b, c, d] = council.members.map(({ id }) => id) as [string, string, string, string]
  const [one, two, three, four] = ids as [string, string, string, string]
  const motion = randomUUID()
  const day = addDays(civilDateIn(meeting.zone, services.clock.now()), -daysAgo)
  const start = startOfDay(day, meeting.zone).getTime() + 10 * 3_600_000
  const list: SittingEvent[] = []
  const at = (minute: number, event: SittingEventBody): void => {
    list.push({ ...event, id: randomUUID(), at: new Date(start + minute * 60_000).toISOString() })
  }
  const speak = (minute: number, person: string | null, name: string | null = null) => {
    const speech = randomUUID()
    at(minute, { kind: 'speaker-called', body: { speech, person, name, minutes: null } })
    at(minute + 1, { kind: 'speaker-ended', body: { speech } })
  }
  const vote = (minute: number, of: VoteOrder) => {
    const { id, item, stage, question, ballots = null, counts = null, majority = MAJORITY, motion: on = null } = of
    const method = ballots ? 'by-name' : 'by-hands'
    const body = { vote: id, item, motion: on, stage, article: null, question, method, majority } as const
    at(minute, { kind: 'vote-opened', body })
    at(minute + 1, { kind: 'vote-taken', body: { vote: id, ballots, counts } })
  }
  const open = (minute: number, item: string) => at(minute, { kind: 'item-opened', body: { item } })
  const close = (minute: number, item: string) =>
    at(minute, { kind: 'item-closed', body: { item, outcome: 'done', reason: null, to: null } })

  at(0, { kind: 'opened', body: { chair: a } })
  at(1, { kind: 'roll-called', body: { present: [a, b, c], remote: [], excused: [] } })
  open(5, one)
  speak(6, b)
  const words = 'Në nenin 3 fjala «dhjetë» bëhet «pesë»'
  at(8, {
    kind: 'motion-moved',
    body: { motion, item: one, motionKind: 'amendment', article: 'Neni 3', words, person: b, mover: null },
  })
  const first = { id: votes.amendment, item: one, stage: 'amendment', motion, question: 'Ndryshimi i nenit 3' } as const
  vote(10, { ...first, counts: { for: 2, against: 1, abstain: 0 } })
  close(14, one)
  at(15, { kind: 'arrived', body: { person: d, remote: false } })
  open(16, two)
  at(17, { kind: 'noted', body: { words: 'U lexua relacioni i plotë.' } })
  const second = { id: votes.byName, item: two, stage: 'as-a-whole', question: 'Rregullorja në tërësi' } as const
  vote(18, { ...second, ballots: { [a]: 'for', [b]: 'for', [c]: 'against', [d]: 'abstain' } })
  // Not more than half of four: the motion fails.
  close(22, two)
  open(23, three)
  const question = `Mbyllja e dyerve për ${SECRET}`
  const closing = { id: votes.doors, item: three, stage: 'closing-doors', question, majority: DOORS } as const
  vote(24, { ...closing, ballots: { [a]: 'for', [b]: 'for', [c]: 'for', [d]: 'for' } })
  const ground = 'Të dhëna personale të palës'
  const publicTitle = 'Çështje personale'
  at(26, {
    kind: 'doors-closed',
    body: { item: three, askedBy: 'Kryetari i bashkisë', vote: votes.doors, reason: ground, publicTitle },
  })
  speak(27, null, `${SECRET} avokati`)
  at(29, { kind: 'noted', body: { words: `${SECRET} u diskutua` } })
  const inside = { id: votes.inside, item: three, stage: 'as-a-whole', question: `${SECRET} miratohet` } as const
  vote(30, { ...inside, ballots: { [a]: 'for', [b]: 'for', [c]: 'for', [d]: 'against' } })
  close(33, three)
  at(35, { kind: 'left', body: { person: c } })
  open(36, four)
  const last = { id: votes.last, item: four, stage: 'as-a-whole', question: 'Emërtimi i rrugës' } as const
  vote(37, { ...last, ballots: { [a]: 'for', [b]: 'for', [d]: 'for' } })
  close(40, four)
  at(41, { kind: 'closed', body: {} })
  return list
}

type VoteOrder = {
  id: string
  item: string | null
  stage: VoteStage
  question: string
  ballots?: Record<string, Choice> | null
  counts?: { for: number; against: number; abstain: number } | null
  majority?: Majority
  motion?: string | null
}

/** Played, drafted, and approved on the day of today where it was. */
export async function givenApprovedMinutes(
  services: Services,
  official: Pick<Official, 'accountId'>,
  wish: { institution?: string; daysAgo?: number } = {},
): Promise<Played> {
  const played = await givenPlayedMeeting(services, wish)
  const { id, zone } = played.meeting
  const by = { accountId: official.accountId }
  await draftMinutes(services, id, by)
  const minutes = await findMinutes(services.db, id)
  const on = civilDateIn(zone, services.clock.now())
  const order = { approval: { on, note: null }, by, seen: minutes?.version ?? 0, formId: randomUUID() }
  const outcome = await approveMinutes(services, id, order)
  if (outcome !== 'done') throw new Error(`not approved: ${outcome}`)
  return played
}
