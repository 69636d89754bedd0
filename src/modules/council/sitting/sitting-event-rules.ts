import type { Fraction, MajorityBase } from '#law/majorities/majority.ts'

/** The record of a meeting is the list of what happened, in order. Everything else is reckoned from it. */
export type SittingEvent = SittingEventBody & {
  /** Made by the device that recorded it: sent twice, it counts once. */
  id: string
  /** When it happened, in ISO 8601. */
  at: string
}

export type Choice = 'for' | 'against' | 'abstain' | 'not-voting'
export type VoteMethod = 'by-name' | 'by-hands' | 'secret'
export const VOTE_STAGES = [
  'agenda',
  'minutes',
  'in-principle',
  'article',
  'amendment',
  'as-a-whole',
  'procedural',
  'closing-doors',
  'election',
  'other',
] as const
export type VoteStage = (typeof VOTE_STAGES)[number]

/** The majority a vote needs, with where it stands. */
export type Majority = Fraction & { id: string | null; basis: string | null }
export type Counts = { for: number; against: number; abstain: number }

export type SittingEventBody =
  | { kind: 'opened'; body: { chair: string | null } }
  /** The whole roll at once; whoever is not named is absent. A second roll call sets everybody's presence anew. */
  | { kind: 'roll-called'; body: { present: string[]; remote: string[]; excused: string[] } }
  | { kind: 'arrived'; body: { person: string; remote: boolean } }
  | { kind: 'left'; body: { person: string } }
  | { kind: 'chair-taken'; body: { person: string } }
  | { kind: 'item-opened'; body: { item: string } }
  | { kind: 'item-closed'; body: { item: string; outcome: ItemOutcome; reason: string | null; to: string | null } }
  | { kind: 'item-added'; body: { item: string; title: string; itemKind: string; actKind: string | null } }
  | { kind: 'agenda-ordered'; body: { items: string[] } }
  | {
      kind: 'speaker-called'
      body: { speech: string; person: string | null; name: string | null; minutes: number | null }
    }
  | { kind: 'speaker-ended'; body: { speech: string } }
  | {
      kind: 'motion-moved'
      body: {
        motion: string
        item: string | null
        motionKind: 'amendment' | 'procedural' | 'main'
        article: string | null
        words: string
        person: string | null
        mover: string | null
      }
    }
  | { kind: 'motion-withdrawn'; body: { motion: string } }
  | { kind: 'conflict-declared'; body: { item: string; person: string; ground: string | null } }
  | { kind: 'conflict-lifted'; body: { item: string; person: string } }
  | {
      kind: 'vote-opened'
      body: {
        vote: string
        item: string | null
        motion: string | null
        stage: VoteStage
        article: string | null
        question: string
        method: VoteMethod
        majority: Majority
      }
    }
  /** `ballots` of a vote by name: whoever is entitled and not named did not vote. `counts` of the others. */
  | { kind: 'vote-taken'; body: { vote: string; ballots: Record<string, Choice> | null; counts: Counts | null } }
  | { kind: 'vote-cancelled'; body: { vote: string; reason: string } }
  /** `item` null: the whole meeting from here on. `vote`: the one that decided it. */
  | {
      kind: 'doors-closed'
      body: { item: string | null; askedBy: string; vote: string; reason: string; publicTitle: string }
    }
  | { kind: 'doors-opened'; body: Record<string, never> }
  | { kind: 'suspended'; body: { until: string | null; reason: string | null } }
  | { kind: 'resumed'; body: Record<string, never> }
  | { kind: 'closed'; body: Record<string, never> }
  /** Closed by mistake. */
  | { kind: 'reopened'; body: { reason: string } }
  | { kind: 'noted'; body: { words: string } }
  /**
   * Says that an earlier event was otherwise, or was not at all. The earlier one stays in the list. `place` 'before':
   * something that was forgotten, to be read before the event named, which stands; the correction's id is its own.
   */
  | {
      kind: 'corrected'
      body: { event: string; instead: (SittingEventBody & { at: string }) | null; reason: string; place?: 'before' }
    }

export type ItemOutcome = 'done' | 'postponed' | 'sent-back' | 'withdrawn'
export type SittingEventKind = SittingEventBody['kind']
export type EventOf<Kind extends SittingEventKind> = Extract<SittingEventBody, { kind: Kind }> & {
  id: string
  at: string
}

/** Why an event does not fit what stands before it. */
export type SittingRefusal =
  | 'not-open'
  | 'already-open'
  | 'suspended'
  | 'closed'
  | 'not-suspended'
  | 'no-roll-call'
  | 'not-a-member'
  | 'already-there'
  | 'not-there'
  | 'no-such-item'
  | 'item-not-open'
  | 'another-item-open'
  | 'item-settled'
  | 'no-such-speech'
  | 'no-such-motion'
  | 'motion-settled'
  | 'motions-first'
  | 'no-quorum'
  | 'another-vote-open'
  | 'vote-not-open'
  | 'no-such-vote'
  | 'not-entitled'
  | 'too-many-votes'
  | 'doors-not-voted'
  | 'doors-closed'
  | 'doors-open'
  | 'conflict-stands'
  | 'no-conflict'
  | 'no-such-event'
  | 'breaks-what-follows'
  | 'before-what-stands'
  | 'pen-elsewhere'

/** What is fixed when the meeting begins. Persons and items are named by their ids. */
export type SittingSetup = {
  /** Every seat of the body, those that are empty today too. */
  seats: number
  members: readonly { id: string; name: string }[]
  items: readonly SetupItem[]
  quorum: Fraction
  /** Conflicts that were declared before the meeting. */
  conflicts: readonly { item: string; person: string }[]
  /** The whole meeting was called to sit behind closed doors. */
  closed?: boolean
}
export type SetupItem = {
  id: string
  title: string
  kind: string
  actKind: string | null
  closed: boolean
  /** In place of the title of a closed one. */
  publicTitle?: string | null
}

export type { Fraction, MajorityBase }
