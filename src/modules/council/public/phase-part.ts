import type { Tone } from '#ui/shape.tsx'
import type { Phase } from './public-rules.ts'

const TONES: Record<Phase, Tone> = {
  ahead: 'done',
  today: 'warning',
  over: 'plain',
  postponed: 'warning',
  cancelled: 'stopped',
  'under-way': 'warning',
  suspended: 'paused',
  closed: 'plain',
}

export const phaseTone = (phase: Phase): Tone => TONES[phase]
