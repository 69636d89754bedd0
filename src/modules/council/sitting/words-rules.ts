import type { Fraction } from '#law/majorities/majority.ts'
import type { Settable } from './majority-rules.ts'
import type {
  Choice,
  Counts,
  ItemOutcome,
  SittingEventKind,
  SittingRefusal,
  VoteMethod,
  VoteStage,
} from './sitting-event-rules.ts'
import type { Presence, SittingState, StateItem, TakenVote } from './sitting-state-rules.ts'

export type Refusals = Record<SittingRefusal, string>

/** Which words the texts of this room must have: one for each state, kind and reason. */
export type SittingWords = {
  itemResult: (result: TakenVote['result'], counts: Counts) => string
  phases: Record<SittingState['phase'], string>
  presence: Record<Presence, string> & Record<string, string>
  agenda: { outcomes: Record<ItemOutcome, string>; states: Record<StateItem['state'], string> } & Record<
    string,
    unknown
  >
  vote: {
    stages: Record<VoteStage, string>
    methods: Record<VoteMethod, string>
    choices: Record<Choice, string>
    results: Record<TakenVote['result'], string>
  } & Record<string, unknown>
  refusals: Refusals
  events: Record<SittingEventKind, string>
  majorities: {
    kinds: Record<Settable, string>
    bases: Record<Fraction['of'], string>
    words: (fraction: Fraction, base: string) => string
  } & Record<string, unknown>
} & Record<string, unknown>
