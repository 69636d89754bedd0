import type { Lang } from '#platform/i18n/language.ts'
import type { Decision, NotConsideredGround } from '../answers/answer-rules.ts'
import type { HandedWay, TellingChannel } from './telling-rules.ts'

/** What became of a comment beside what happened to it itself, in order. */
export type StoryStep = {
  at: Date
  kind: 'grouped' | 'moved' | 'answered' | 'corrected' | 'changed' | 'told' | 'handed' | 'rated'
  /** Of an answer its version, of a text the number of its version, of a rating the score. */
  n: number | null
  /** Of the answer or the group. */
  code: string | null
  lang: Lang | null
  decision: Decision | null
  ground: NotConsideredGround | null
  reason: string | null
  role: string | null
  correction: string | null
  channel: TellingChannel | null
  way: HandedWay | null
  /** Its place in the ledger; null: not there yet. */
  entry: number | null
}
