import type { SittingEventKind } from '#modules/council/sitting/sitting-event-rules.ts'
import type { SittingState } from '#modules/council/sitting/sitting-state-rules.ts'

const ALWAYS: readonly SittingEventKind[] = ['noted', 'corrected']
const COMING: readonly SittingEventKind[] = ['arrived', 'left']

/** What can be recorded now, in the order in which it is usually wanted. What the rules still refuse they tell in words. */
export function deedsIn(state: SittingState): SittingEventKind[] {
  switch (state.phase) {
    case 'not-open':
      return ['opened']
    case 'closed':
      return ['reopened', 'corrected']
    case 'suspended':
      return ['resumed', ...COMING, 'closed', ...ALWAYS]
    case 'open':
      return state.openVote ? inVote() : inMeeting(state)
  }
}

const inVote = (): SittingEventKind[] => [
  'vote-taken',
  'vote-cancelled',
  ...COMING,
  'conflict-declared',
  'roll-called',
  ...ALWAYS,
]

function inMeeting(state: SittingState): SittingEventKind[] {
  if (!state.rollCalled) return ['roll-called', 'chair-taken', ...COMING, 'closed', ...ALWAYS]
  const speaking = state.speeches.some(({ to }) => to === null)
  const moved = state.motions.some((one) => one.state === 'moved')
  return [
    state.currentItem === null ? 'item-opened' : 'item-closed',
    speaking ? 'speaker-ended' : 'speaker-called',
    ...(speaking ? (['speaker-called'] as const) : []),
    ...(state.currentItem === null ? [] : (['motion-moved'] as const)),
    ...(moved ? (['motion-withdrawn'] as const) : []),
    'vote-opened',
    ...COMING,
    'roll-called',
    'conflict-declared',
    ...(state.conflicts.length > 0 ? (['conflict-lifted'] as const) : []),
    state.doors.closed ? 'doors-opened' : 'doors-closed',
    'item-added',
    'agenda-ordered',
    'chair-taken',
    'suspended',
    'closed',
    ...ALWAYS,
  ]
}

/** What usually comes next, opened by itself so that no key is needed for it. */
export const NEXT: Partial<Record<SittingEventKind, SittingEventKind>> = {
  opened: 'roll-called',
  'vote-opened': 'vote-taken',
}
