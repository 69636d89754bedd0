import { ACT_KINDS, STATED_FORCES } from '../act-rules.ts'
import { WORD_DOUBTS, type DoubtReason } from './archive-rules.ts'

export const SETTLEMENTS = ['accepted', 'pointed', 'dropped'] as const
export type Settlement = (typeof SETTLEMENTS)[number]

/** What a word that nobody knows may be pointed to. Null: nothing is pointed. */
export function targetsOf(reason: string, topics: readonly string[]): readonly string[] | null {
  if (!WORD_DOUBTS.includes(reason as DoubtReason)) return null
  if (reason === 'topic-unknown') return topics
  return reason === 'kind-unknown' ? ACT_KINDS : STATED_FORCES
}
