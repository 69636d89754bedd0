import type { Tone } from '#ui/shape.tsx'
import type { Phase } from './meeting-rules.ts'

const TONES: Record<Phase, Tone> = {
  draft: 'plain',
  ahead: 'done',
  today: 'warning',
  over: 'plain',
  postponed: 'warning',
  cancelled: 'stopped',
  held: 'plain',
  'taken-down': 'stopped',
}

export const phaseTone = (phase: Phase): Tone => TONES[phase]
