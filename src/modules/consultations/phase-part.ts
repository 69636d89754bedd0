import type { Phase } from './consultation-rules.ts'

/** How a phase looks, everywhere the same. */
export function phaseTone(phase: Phase): 'done' | 'warning' | 'plain' | 'stopped' {
  if (phase === 'open') return 'done'
  if (phase === 'announced' || phase === 'draft') return 'warning'
  return phase === 'cancelled' || phase === 'taken-down' ? 'stopped' : 'plain'
}
