import type { ActState } from '../act-rules.ts'

export const RETURN_OUTCOMES = ['upheld', 'changed', 'withdrawn'] as const
export type ReturnOutcome = (typeof RETURN_OUTCOMES)[number]

export type ReturnRefusal = 'not-here' | 'wrong-state' | 'open-already' | 'withdrawn-before' | 'before-adoption'

type Asked = {
  state: ActState
  history: boolean
  adoptedOn: string | null
  /** The institution says that its mayor may. */
  mayReturn: boolean
  standing: ReturnStanding
}

/** `open`: the council has not said anything yet; `withdrawn`: it gave the act up. Neither is announced. */
export type ReturnStanding = 'none' | 'open' | 'withdrawn'

/** Why the mayor cannot have returned it on this day; null: they may. */
export function refusalToReturn(asked: Asked, on: string): ReturnRefusal | null {
  if (!asked.mayReturn) return 'not-here'
  if (asked.history || (asked.state !== 'draft' && asked.state !== 'numbered')) return 'wrong-state'
  if (asked.standing === 'open') return 'open-already'
  if (asked.standing === 'withdrawn') return 'withdrawn-before'
  return asked.adoptedOn !== null && on < asked.adoptedOn ? 'before-adoption' : null
}
