import type {
  Choice,
  Counts,
  ItemOutcome,
  SittingEvent,
  SittingSetup,
  VoteMethod,
  VoteStage,
} from '../sitting/sitting-event-rules.ts'
import { effectiveEvents } from '../sitting/sitting-rules.ts'
import type { KeptEvent, OpenVote, Quorum, SittingState, TakenVote } from '../sitting/sitting-state-rules.ts'
import { entitledTo } from '../sitting/voting-rules.ts'

/** `title` null: what is dealt with is not said, and no other title was given for it. */
export type LiveItem = { id: string; number: number; title: string | null; closed: boolean }
export type LiveSpeaker = { name: string; from: string; minutes: number | null }
export type LiveDoors = {
  since: string | null
  askedBy: string | null
  reason: string | null
  publicTitle: string | null
  /** From here to the end, not one item alone. */
  wholeMeeting: boolean
}

/** `question` null: it is taken behind closed doors, where only its kind, its counts and its result are told. */
export type LiveOpenVote = {
  question: string | null
  stage: VoteStage
  article: string | null
  method: VoteMethod
  at: string
  /** Of a vote by name: whose names are called. */
  names: readonly string[] | null
}
export type LiveVote = {
  id: string
  item: LiveItem | null
  question: string | null
  stage: VoteStage
  article: string | null
  method: VoteMethod
  counts: Counts & { notVoting: number }
  /** Null behind closed doors: it could tell what kind of act it was. */
  needed: number | null
  result: TakenVote['result']
  at: string
  ballots: readonly { name: string; choice: Choice }[] | null
}

export type Happened = { id: string; at: string } & HappenedWhat
type HappenedWhat =
  | { kind: 'opened' | 'resumed' | 'closed' | 'reopened' | 'doors-opened' }
  | { kind: 'rolled'; present: number; absent: number }
  | { kind: 'arrived' | 'left'; name: string; remote: boolean }
  | { kind: 'item-opened' | 'item-added'; item: LiveItem }
  | { kind: 'item-closed'; item: LiveItem; outcome: ItemOutcome; reason: string | null }
  | { kind: 'motion'; mover: string | null; article: string | null; words: string }
  | { kind: 'conflict'; name: string; item: LiveItem }
  | { kind: 'vote'; vote: LiveVote }
  | { kind: 'doors-closed'; doors: LiveDoors }
  | { kind: 'suspended'; until: string | null }

/** What everybody may know of a meeting while it is held. */
export type Live = {
  phase: SittingState['phase']
  openedAt: string | null
  closedAt: string | null
  suspendedUntil: string | null
  doors: LiveDoors | null
  item: LiveItem | null
  speaker: LiveSpeaker | null
  /** Null before the roll was called. */
  quorum: Quorum | null
  openVote: LiveOpenVote | null
  lastVote: LiveVote | null
  /** Newest first. */
  happened: readonly Happened[]
}

export type LiveSource = {
  setup: SittingSetup
  state: SittingState
  events: readonly KeptEvent[]
  /** The items as everybody reads them, by id. */
  published: ReadonlyMap<string, { title: string | null; closed: boolean }>
  /** The whole meeting is behind closed doors by the notice. */
  closed: { askedBy: string | null; reason: string | null } | null
}

/**
 * The public's side of a meeting: built up from what may be told, never cut down from everything, so that what is forgotten
 * here is missing and not betrayed. Behind closed doors remain the times, how many are there, and of a vote its kind, its
 * counts and its result.
 */
export function liveOf(source: LiveSource): Live {
  const { state } = source
  const shut = doorsOf(source)
  return {
    phase: state.phase,
    openedAt: state.openedAt,
    closedAt: state.closedAt,
    suspendedUntil: state.suspendedUntil,
    doors: shut,
    item: state.currentItem === null ? null : itemOf(source, state.currentItem),
    speaker: shut ? null : speakerOf(source),
    quorum: state.rollCalled ? state.quorum : null,
    openVote: state.openVote && openVoteOf(source, state.openVote),
    lastVote: lastOf(source),
    happened: happenedOf(source).toReversed(),
  }
}

const lastOf = (source: LiveSource): LiveVote | null => {
  const last = source.state.votes.at(-1)
  return last ? voteOf(source, last) : null
}

function doorsOf({ state, events, closed }: LiveSource): LiveDoors | null {
  if (closed) return { since: state.openedAt, ...closed, publicTitle: null, wholeMeeting: true }
  const { doors } = state
  if (!doors.closed) return null
  const shut = standing(events).findLast(({ event }) => event.kind === 'doors-closed')?.event
  const said = shut?.kind === 'doors-closed' ? shut.body : null
  return {
    since: doors.since,
    askedBy: said?.askedBy ?? null,
    reason: said?.reason ?? null,
    publicTitle: doors.publicTitle,
    wholeMeeting: doors.item === null,
  }
}

/** Hidden where the item is, in the record or by its own state, and where the doors are closed for it or for all from now on. */
function itemOf({ state, published, closed }: LiveSource, id: string): LiveItem {
  const index = state.items.findIndex((one) => one.id === id)
  const found = state.items[index]
  const { doors } = state
  const shut = doors.closed && (doors.item === id || (doors.item === null && state.currentItem === id))
  const known = published.get(id)
  const hidden = closed !== null || !found || found.closed || shut || known?.closed === true
  const told = found?.publicTitle ?? (shut ? doors.publicTitle : null) ?? (known?.closed ? known.title : null)
  return { id, number: index + 1, title: hidden ? told : found.title, closed: hidden }
}

function speakerOf(source: LiveSource): LiveSpeaker | null {
  const now = source.state.speeches.findLast(({ to, closed }) => to === null && !closed)
  if (!now) return null
  return { name: nameOf(source, now.person) ?? now.name ?? '', from: now.from, minutes: now.minutes }
}

function openVoteOf(source: LiveSource, vote: OpenVote): LiveOpenVote {
  const hidden = isHiddenVote(source, vote)
  const { stage, method, at } = vote
  const names = method === 'by-name' && !hidden ? entitledNames(source, vote.item) : null
  return {
    question: hidden ? null : vote.question,
    article: hidden ? null : vote.article,
    stage,
    method,
    at,
    names,
  }
}

/** The vote that closes the doors is itself taken in public; everything else behind them, or on a closed item, is not. */
function isHiddenVote(source: LiveSource, vote: OpenVote): boolean {
  const { state, closed } = source
  if (closed !== null || (vote.item !== null && itemOf(source, vote.item).closed && vote.stage !== 'closing-doors'))
    return true
  return state.doors.closed && (state.doors.item === null || state.doors.item === vote.item)
}

/** What was once said behind closed doors stays there, also when they are open again. */
const isHiddenTaken = ({ events, closed }: LiveSource, vote: TakenVote): boolean =>
  closed !== null ||
  vote.closed ||
  events.some(({ event, closed: behind }) => behind && event.kind === 'vote-taken' && event.body.vote === vote.id)

function entitledNames({ setup, state }: LiveSource, item: string | null): string[] {
  const entitled = new Set(entitledTo(state, item))
  return setup.members.filter(({ id }) => entitled.has(id)).map(({ name }) => name)
}

function voteOf(source: LiveSource, vote: TakenVote, behind = false): LiveVote {
  const hidden = behind || isHiddenTaken(source, vote)
  const { id, stage, method, counts, needed, result } = vote
  const item = vote.item === null ? null : itemOf(source, vote.item)
  // The vote that closes the doors is taken in public; its words may say about what.
  const silent = hidden || item?.closed === true
  return {
    id,
    item: item && hidden && !item.closed ? { ...item, title: null, closed: true } : item,
    question: silent ? null : vote.question,
    article: silent ? null : vote.article,
    stage,
    method,
    counts,
    needed: hidden ? null : needed,
    result,
    at: vote.takenAt,
    ballots: hidden ? null : ballotsOf(source, vote),
  }
}

const ballotsOf = ({ setup }: LiveSource, { ballots }: TakenVote): LiveVote['ballots'] =>
  ballots &&
  setup.members.flatMap(({ id, name }) => {
    const choice = ballots[id]
    return choice ? [{ name, choice }] : []
  })

const nameOf = ({ setup }: LiveSource, person: string | null): string | null =>
  person === null ? null : (setup.members.find(({ id }) => id === person)?.name ?? null)

type Standing = { event: SittingEvent; closed: boolean }

/** The record as it is read, corrections in their places. One thing said behind closed doors about it hides it. */
function standing(events: readonly KeptEvent[]): Standing[] {
  const behind = new Set(
    events
      .filter(({ closed }) => closed)
      .flatMap(({ event }) => (event.kind === 'corrected' ? [event.id, event.body.event] : [event.id])),
  )
  return effectiveEvents(events.map(({ event }) => event)).map((event) => ({ event, closed: behind.has(event.id) }))
}

function happenedOf(source: LiveSource): Happened[] {
  return standing(source.events).flatMap(({ event, closed }) => {
    const what = tell(source, event, closed || source.closed !== null)
    return what ? [{ id: event.id, at: event.at, ...what }] : []
  })
}

/** `hidden`: said behind closed doors. */
function tell(source: LiveSource, event: SittingEvent, hidden: boolean): HappenedWhat | null {
  switch (event.kind) {
    case 'opened':
    case 'resumed':
    case 'closed':
    case 'reopened':
    case 'doors-opened':
      return { kind: event.kind }
    case 'roll-called': {
      const present = event.body.present.length + event.body.remote.length
      return { kind: 'rolled', present, absent: source.setup.members.length - present }
    }
    case 'suspended':
      return { kind: 'suspended', until: event.body.until }
    case 'doors-closed': {
      const { askedBy, reason, publicTitle, item } = event.body
      return {
        kind: 'doors-closed',
        doors: { since: event.at, askedBy, reason, publicTitle, wholeMeeting: item === null },
      }
    }
    case 'vote-taken': {
      const vote = source.state.votes.find(({ id }) => id === event.body.vote)
      return vote ? { kind: 'vote', vote: voteOf(source, vote, hidden) } : null
    }
    default:
      return hidden ? null : tellOpen(source, event)
  }
}

/** What is told only of what was said with open doors, about an item that is not closed. */
function tellOpen(source: LiveSource, event: SittingEvent): HappenedWhat | null {
  switch (event.kind) {
    case 'arrived':
      return named(source, event.body.person, (name) => ({ kind: 'arrived', name, remote: event.body.remote }))
    case 'left':
      return named(source, event.body.person, (name) => ({ kind: 'left', name, remote: false }))
    case 'item-opened':
    case 'item-added':
      return { kind: event.kind, item: itemOf(source, event.body.item) }
    case 'item-closed': {
      const item = itemOf(source, event.body.item)
      return { kind: 'item-closed', item, outcome: event.body.outcome, reason: item.closed ? null : event.body.reason }
    }
    case 'conflict-declared': {
      const item = itemOf(source, event.body.item)
      return item.closed ? null : named(source, event.body.person, (name) => ({ kind: 'conflict', name, item }))
    }
    case 'motion-moved': {
      const { item, article, words, person, mover } = event.body
      if (item !== null && itemOf(source, item).closed) return null
      return { kind: 'motion', mover: nameOf(source, person) ?? mover, article, words }
    }
    default:
      return null
  }
}

function named(source: LiveSource, person: string, say: (name: string) => HappenedWhat): HappenedWhat | null {
  const name = nameOf(source, person)
  return name === null ? null : say(name)
}
