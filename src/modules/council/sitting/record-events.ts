import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { lockMeeting, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { hideClosedParts } from '../minutes/hide-closed-parts.ts'
import { enterCouncilMeeting } from '../public/meeting-records.ts'
import { askForCutsAgain } from '../recordings/doubt-cuts.ts'
import { placesOf, type EventPlace } from './closed-rules.ts'
import { enterInLedger } from './enter-sitting.ts'
import { appliedEvents } from './event-row-rules.ts'
import { projectState } from './project-state.ts'
import { readSetup } from './setup-queries.ts'
import type { SittingEvent, SittingRefusal, SittingSetup } from './sitting-event-rules.ts'
import {
  findPen,
  hideEvents,
  insertEvents,
  insertSetup,
  listEvents,
  listKnownEvents,
  listStrangers,
  notifySitting,
  seePen,
  type EventRow,
  type NewEvent,
  type Pen,
} from './sitting-queries.ts'
import { idsNamedBy } from './strange-ids-rules.ts'
import { effectiveEvents, replay } from './sitting-rules.ts'
import type { SittingState } from './sitting-state-rules.ts'
import { takeIn, type EventOutcome, type TakenIn } from './take-in-rules.ts'
import { tellOfSitting, type Recorder } from './tell-sitting.ts'

export type RecordOrder = {
  /** The number of the pen with which the device wrote; null: it had none. */
  pen: number | null
  /** Of the browser; null: a page without script. */
  device: string | null
  events: readonly SittingEvent[]
  /** A page that shows a refusal at once: then nothing of it is kept. Else it is set aside, for somebody to decide. */
  refuse?: true
}

export type Recorded =
  | { kind: 'recorded'; results: EventOutcome[]; pen: Pen | null; ordinal: number }
  | { kind: 'refused'; refusal: SittingRefusal }
  | { kind: 'no-such-meeting' }
  | { kind: 'wrong-state' }

/** The states in which something can be happening, or can be written down afterwards. */
const RECORDABLE: readonly string[] = ['convened', 'under-way', 'suspended', 'closed']

/** Takes in what happened in a meeting, in its order. The same event counts once, however often it is sent. */
export const recordEvents = (
  services: Services,
  by: Recorder,
  meetingId: string,
  order: RecordOrder,
): Promise<Recorded> => services.db.begin((tx) => recordIn(tx, services, by, meetingId, order))

/** The same inside another deed. */
export async function recordIn(
  tx: Transaction,
  services: Services,
  by: Recorder,
  meetingId: string,
  order: RecordOrder,
): Promise<Recorded> {
  const meeting = await lockMeeting(tx, meetingId)
  if (!meeting) return { kind: 'no-such-meeting' }
  const rows = await listEvents(tx, meetingId)
  // Of the past, and taken over as it was written down elsewhere.
  const elsewhere = meeting.state === 'closed' && rows.length === 0
  if (!RECORDABLE.includes(meeting.state) || elsewhere) return { kind: 'wrong-state' }
  const now = services.clock.now()
  const { setup, fixed } = await readSetup(tx, meeting, now)
  const before = replay(setup, appliedEvents(rows)).state
  const pen = await findPen(tx, meetingId)
  const known = await listKnownEvents(
    tx,
    order.events.map(({ id }) => id),
  )
  const penElsewhere = pen !== null && pen.number !== order.pen && by !== 'command-line'
  const strangers = await strangersIn(tx, meeting, order.events)
  const taken = takeIn(setup, before, { events: order.events, known, penElsewhere, strangers, now })
  const refused = taken.fresh.find(({ refusal }) => refusal !== null)
  if (order.refuse && refused?.refusal) return { kind: 'refused', refusal: refused.refusal }
  const ordinal = rows.at(-1)?.ordinal ?? 0
  if (taken.fresh.length > 0) {
    if (!fixed && taken.state.phase !== 'not-open')
      await insertSetup(tx, { meetingId, institutionId: meeting.institutionId, setup, at: now })
    await write(tx, services, { by, meeting, setup, before, rows, taken, order, now })
  }
  if (pen !== null && !penElsewhere) await seePen(tx, meetingId, now)
  return { kind: 'recorded', results: taken.results, pen, ordinal: ordinal + taken.fresh.length }
}

/** Ids that a device made up belong to this meeting alone. */
async function strangersIn(tx: Transaction, of: CouncilMeeting, events: readonly SittingEvent[]): Promise<Set<string>> {
  const named = idsNamedBy(events)
  if (named.fresh.length + named.bodies.length === 0) return new Set()
  const rows = await listStrangers(tx, { meetingId: of.id, institutionId: of.institutionId }, named)
  return new Set(rows.map(({ id }) => id))
}

type Written = {
  by: Recorder
  meeting: CouncilMeeting
  setup: SittingSetup
  before: SittingState
  rows: readonly EventRow[]
  taken: TakenIn
  order: RecordOrder
  now: Date
}

async function write(tx: Transaction, services: Services, written: Written): Promise<void> {
  const { by, meeting, setup, before, rows, taken, order, now } = written
  const { id: meetingId, institutionId } = meeting
  const places = placesOf(setup, effectiveEvents(taken.state.taken))
  const fresh = newRows(rows, taken, places)
  const account = by === 'command-line' ? null : by.accountId
  await insertEvents(tx, { institutionId, meetingId, at: now, by: account, pen: order.pen }, fresh)
  const hidden = rows.filter((row) => !row.closed && places.get(row.eventId)?.closed).map(({ eventId }) => eventId)
  if (hidden.length > 0) await hideEvents(tx, hidden)
  const lang = meeting.lang === 'en' ? 'en' : 'sq'
  const change = { of: { institutionId, meetingId }, lang, before, after: taken.state, at: now } as const
  const { meeting: changed, presence, votes, closedItems } = await projectState(tx, change)
  const told = await tellOfSitting(tx, { by, meeting, fresh, at: now })
  await notifySitting(tx, meetingId)
  if (hidden.length + closedItems.length > 0) {
    await hideClosedParts(tx, services, { meetingId, at: now, by })
    await askForCutsAgain(tx, services, meetingId, now)
  }
  const inside = (item: string | null): boolean => item !== null && closedItems.includes(item)
  const events = [
    ...fresh.filter(({ state }) => state === 'applied').map(({ event }) => event.id),
    ...fresh.flatMap(({ event, state }) =>
      event.kind === 'corrected' && state === 'applied' ? [event.body.event] : [],
    ),
    ...hidden,
    ...rows.filter((row) => row.state === 'applied' && inside(row.itemId)).map(({ eventId }) => eventId),
  ]
  const insideVotes = taken.state.votes.filter(({ item }) => inside(item)).map(({ id }) => id)
  await enterInLedger(tx, services, {
    events,
    votes: [...votes, ...insideVotes],
    presence: presence ? [meetingId] : [],
  })
  if (changed || told) await enterCouncilMeeting(tx, services, meetingId)
}

function newRows(rows: readonly EventRow[], taken: TakenIn, places: ReadonlyMap<string, EventPlace>): NewEvent[] {
  const first = (rows.at(-1)?.ordinal ?? 0) + 1
  const old = new Map(rows.map((row) => [row.eventId, row]))
  return taken.fresh.map(({ event, refusal }, index) => {
    const ordinal = first + index
    if (refusal !== null) {
      // Nobody outside reads it; it is hidden for whoever enters it later too.
      const closed = taken.state.doors.closed
      return { event, ordinal, state: 'set-aside', refusal, closed, itemId: null }
    }
    const named = event.kind === 'corrected' ? event.body.event : event.id
    const place = places.get(event.id) ?? places.get(named)
    const target = event.kind === 'corrected' ? old.get(named) : undefined
    const closed = place?.closed === true || target?.closed === true
    return { event, ordinal, state: 'applied', refusal: null, closed, itemId: place?.item ?? target?.itemId ?? null }
  })
}
