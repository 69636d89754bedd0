import type { DeadlineState } from './deadline-rules.ts'

/** What can be done with a deadline; each leads from some states only. */
export type DeadlineDeed =
  'start' | 'choose' | 'give' | 'pause' | 'resume' | 'extend' | 'meet' | 'lapse' | 'cancel' | 'reopen'

const FROM: Record<DeadlineDeed, readonly DeadlineState[]> = {
  // A draft that comes into force; one that was called off, and begins anew.
  start: ['planned', 'cancelled'],
  choose: ['planned', 'running', 'paused'],
  give: ['planned', 'running', 'paused'],
  pause: ['running'],
  resume: ['paused'],
  extend: ['running', 'paused'],
  meet: ['running', 'paused'],
  lapse: ['running', 'paused'],
  cancel: ['planned', 'running', 'paused'],
  reopen: ['met', 'lapsed', 'cancelled'],
}

export const mayDo = (state: DeadlineState, deed: DeadlineDeed): boolean => FROM[deed].includes(state)

/** Whether something may still come of it. */
export const isOpenDeadline = (state: DeadlineState): boolean => mayDo(state, 'cancel')
