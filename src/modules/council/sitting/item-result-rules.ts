import type { SittingState, TakenVote } from './sitting-state-rules.ts'
import type { VoteStage } from './sitting-event-rules.ts'

/** Votes about parts of it, or about how to go on, decide no item. */
const NOT_THE_ITEM: readonly VoteStage[] = ['agenda', 'article', 'amendment', 'procedural', 'closing-doors']

/** The vote that decided an item: the last one about the whole of it. */
export const decidingVote = ({ votes }: SittingState, item: string): TakenVote | null =>
  votes.findLast((vote) => vote.item === item && !NOT_THE_ITEM.includes(vote.stage)) ?? null
