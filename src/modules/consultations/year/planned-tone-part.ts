import type { Tone } from '#ui/shape.tsx'
import type { PlannedState, Slippage } from './year-rules.ts'

/** How a state looks: what waits beyond its time is late, whatever its word. */
export function plannedTone({ state, slippage }: { state: PlannedState; slippage: Slippage | null }): Tone {
  if (state === 'dropped') return 'stopped'
  if (state === 'open' || state === 'adopted') return 'done'
  if (state === 'planned' && slippage?.by === 'overdue') return 'late'
  if (state === 'planned' && slippage?.by === 'moved') return 'paused'
  return state === 'announced' ? 'warning' : 'plain'
}
