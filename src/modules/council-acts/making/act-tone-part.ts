import type { Tone } from '#ui/shape.tsx'
import type { ActState } from '../act-rules.ts'

const TONES: Record<ActState, Tone> = {
  draft: 'plain',
  numbered: 'warning',
  announced: 'done',
  void: 'stopped',
  'taken-down': 'stopped',
}

/** The colour of a state. */
export const actTone = (state: ActState): Tone => TONES[state]
