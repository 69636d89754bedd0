import type { ItemFacts, MeetingFacts, MemberFacts, MotionFacts, VoteFacts } from './minutes-fact-rules.ts'

/** The rows of the record of a meeting, as its tables have them. */

export type MeetingRow = Omit<MeetingFacts, 'openedAt' | 'closedAt' | 'closed' | 'number'> & {
  institutionId: string
  lang: string
  state: string
  number: number | null
  numberYear: number | null
  numberWords: string | null
  openedAt: Date | null
  closedAt: Date | null
  closed: boolean
  closedAskedBy: string | null
  closedReason: string | null
}

export type StretchRow = Pick<MemberFacts, 'personId' | 'name' | 'party' | 'state'> & {
  fromAt: Date | null
  toAt: Date | null
}

export type ItemRow = Pick<
  ItemFacts,
  | 'id'
  | 'ordinal'
  | 'title'
  | 'publicTitle'
  | 'rapporteur'
  | 'state'
  | 'stateReason'
  | 'sentBackTo'
  | 'result'
  | 'words'
> & { origin: string; closed: boolean; closedAskedBy: string | null; closedReason: string | null }

export type SpeechRow = { itemId: string | null; name: string; fromAt: Date; toAt: Date | null; closed: boolean }

export type MotionRow = MotionFacts & { itemId: string | null }

export type ConflictRow = { itemId: string; name: string; ground: string | null }

export type VoteRow = Omit<VoteFacts, 'takenAt' | 'majority' | 'ballots' | 'question'> & {
  itemId: string | null
  question: string
  takenAt: Date
  majorityOf: NonNullable<VoteFacts['majority']>['of']
  majorityNumerator: number
  majorityDenominator: number
  majorityStrict: boolean
  majorityBasis: string | null
  needed: number
}

export type BallotRow = { voteId: string } & VoteFacts['ballots'][number]

export type EventRow = {
  kind: string
  item: string | null
  person: string | null
  words: string | null
  reason: string | null
  askedBy: string | null
  happenedAt: Date
  enteredAt: Date
  closed: boolean
}

export type RecordRows = {
  meeting: MeetingRow
  stretches: StretchRow[]
  items: ItemRow[]
  speeches: SpeechRow[]
  motions: MotionRow[]
  conflicts: ConflictRow[]
  votes: VoteRow[]
  ballots: BallotRow[]
  events: EventRow[]
}
