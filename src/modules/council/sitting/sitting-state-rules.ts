import type {
  Choice,
  Counts,
  ItemOutcome,
  Majority,
  SittingEvent,
  VoteMethod,
  VoteStage,
} from './sitting-event-rules.ts'

export type Presence = 'present' | 'remote' | 'left' | 'excused' | 'absent'

/** A stretch in which somebody was there; `to` null: still. */
export type Stretch = { person: string; remote: boolean; from: string; to: string | null }

export type Quorum = { members: number; present: number; needed: number; met: boolean }

export type StateItem = {
  id: string
  title: string
  kind: string
  actKind: string | null
  /** Behind closed doors; `publicTitle` in place of its title then. */
  closed: boolean
  publicTitle: string | null
  /** Who asked for closed doors, and on what ground: where they closed in the meeting. */
  closedAskedBy: string | null
  closedReason: string | null
  onTheDay: boolean
  state: 'planned' | 'open' | ItemOutcome
  reason: string | null
  sentBackTo: string | null
  openedAt: string | null
  closedAt: string | null
}

export type StateSpeech = {
  id: string
  item: string | null
  person: string | null
  name: string | null
  minutes: number | null
  from: string
  to: string | null
  closed: boolean
}

export type StateMotion = {
  id: string
  item: string | null
  kind: 'amendment' | 'procedural' | 'main'
  article: string | null
  words: string
  person: string | null
  mover: string | null
  state: 'moved' | 'withdrawn' | 'adopted' | 'rejected'
  at: string
  closed: boolean
}

/** A vote that is being taken. */
export type OpenVote = {
  id: string
  item: string | null
  motion: string | null
  stage: VoteStage
  article: string | null
  question: string
  method: VoteMethod
  majority: Majority
  at: string
}

export type TakenVote = OpenVote & {
  takenAt: string
  members: number
  quorum: number
  present: number
  /** Who was there and had no conflict, by id. */
  entitled: readonly string[]
  needed: number
  counts: Counts & { notVoting: number }
  /** Of a vote by name, one for each entitled member. */
  ballots: Readonly<Record<string, Choice>> | null
  result: 'adopted' | 'rejected' | 'tied'
  closed: boolean
}

/** What stands after the events so far. Reckoned anew from them whenever it is asked for; the same in a browser and on a server. */
export type SittingState = {
  phase: 'not-open' | 'open' | 'suspended' | 'closed'
  openedAt: string | null
  closedAt: string | null
  suspendedAt: string | null
  suspendedUntil: string | null
  chair: string | null
  rollCalled: boolean
  /** Every member of the setup has one. */
  presence: Readonly<Record<string, Presence>>
  stretches: readonly Stretch[]
  quorum: Quorum
  /** In the order in which they are taken. */
  items: readonly StateItem[]
  currentItem: string | null
  speeches: readonly StateSpeech[]
  motions: readonly StateMotion[]
  /** By item: who does not vote on it. */
  conflicts: readonly { item: string; person: string; ground: string | null; declaredAt: string | null }[]
  openVote: OpenVote | null
  votes: readonly TakenVote[]
  doors: {
    closed: boolean
    item: string | null
    publicTitle: string | null
    askedBy: string | null
    reason: string | null
    since: string | null
  }
  notes: readonly { item: string | null; words: string; at: string; closed: boolean }[]
  /** Of the last event that was taken in. */
  at: string | null
  /** Everything that was taken in so far, as it came: a correction is reckoned from it. */
  taken: readonly SittingEvent[]
}

/** An event of the record as the server keeps it. */
export type KeptEvent = { event: SittingEvent; ordinal: number; closed: boolean }
