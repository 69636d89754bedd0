import type { Tone } from '#ui/shape.tsx'
import type { PlanState } from './plan-queries.ts'

const TONES: Record<PlanState, Tone> = { draft: 'plain', published: 'done', 'taken-down': 'warning' }

export const planTone = (state: PlanState): Tone => TONES[state]
