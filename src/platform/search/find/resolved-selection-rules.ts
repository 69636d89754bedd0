import type { Selection } from '../selection-rules.ts'

/** A selection whose words of addresses have been turned into what stands in the index. */
export type ResolvedSelection = {
  selection: Selection
  /** Text of a tsquery; null: no words narrow it. */
  tsquery: string | null
  matter: string | null
  kind: string | null
  institutionId: string | null
  year: number | null
  state: string | null
  /** Ids of the topic and of all below it; null: of every topic. */
  topics: readonly string[] | null
  /** Ids of the place and of all within it; null: anywhere. */
  places: readonly string[] | null
}
