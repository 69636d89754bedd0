import type { Entry } from './form.ts'
import type { Members } from './json.ts'
import type { Checkpoint, Vkey } from './note.ts'
import type { Seen } from './signatures.ts'

export type Answer = 'proved' | 'entry-only' | 'received' | 'refused'
export const STEPS = ['file', 'entry', 'record', 'checkpoint', 'tree', 'signature'] as const
export type Step = (typeof STEPS)[number]

export type Checked = {
  answer: Answer
  /** The first thing that does not hold. */
  why: string | null
  /** What held, as far as it was looked at. */
  passed: Step[]
  entry?: Entry
  record?: Members | null
  checkpoint?: Checkpoint
  index?: number
  /** Of the log, that have signed; `pinned` when the reader had them from elsewhere. */
  keys?: string[]
  pinned?: boolean
  seen?: Seen[]
  own?: 'same' | 'other-size' | null
}
export type Known = { keys?: readonly Vkey[]; witnesses?: readonly Vkey[]; checkpoint?: string | null }
