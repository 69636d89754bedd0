/** How a paper leaves the house. `pickup`: the person comes for it. */
export const WAYS = ['hand', 'registered-post', 'post', 'pickup', 'e-mail'] as const
export type Way = (typeof WAYS)[number]

/** Those that need paper. */
export const PAPER_WAYS = ['hand', 'registered-post', 'post', 'pickup'] as const
export type PaperWay = (typeof PAPER_WAYS)[number]

export const DISPATCH_STATES = ['to-print', 'handed-on', 'returned', 'cancelled', 'corrected'] as const
export type DispatchState = (typeof DISPATCH_STATES)[number]

export const DISPATCH_KIND = 'dispatch.dispatch'

export const LONGEST_SLIP = 60
export const LONGEST_REASON = 1000
export const LONGEST_NAME = 200
export const LONGEST_POSTAL = 500

export type DispatchMove = 'hand-on' | 'return' | 'cancel' | 'correct'

const FROM: Record<DispatchMove, readonly DispatchState[]> = {
  'hand-on': ['to-print'],
  return: ['handed-on'],
  cancel: ['to-print'],
  correct: ['handed-on', 'returned'],
}

export const mayMoveDispatch = (state: DispatchState, move: DispatchMove): boolean => FROM[move].includes(state)
