import type { TextState } from '../relations/state-rules.ts'

/** A state with the days on which its words held. */
export type HeldState<State extends TextState> = State & {
  /** Null: the source says no day. */
  from: string | null
  /** The first day on which they held no more; null: nobody has said that they do not. */
  to: string | null
}

type Days = { inForceFrom: string | null; inForceTo: string | null }

/** What held when, in the order of days. As it was laid before the council it never held. */
export function heldStates<State extends TextState>(states: readonly State[], act: Days): HeldState<State>[] {
  const held = states
    .filter(({ role }) => role !== 'laid')
    .map((state) => ({ ...state, from: state.role === 'adopted' ? act.inForceFrom : state.holdsFrom }))
    .toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)) || one.n - other.n)
  // Of two from the same day the later one replaced the earlier before it could hold.
  const standing = held.filter((one, at) => {
    const next = held[at + 1]
    return next === undefined || orderOf(next) !== orderOf(one)
  })
  return standing.map((state, at) => ({ ...state, to: standing[at + 1]?.from ?? act.inForceTo }))
}

const orderOf = ({ role, from }: { role: string; from: string | null }): string =>
  role === 'adopted' ? '' : (from ?? '')

/** Numbers of pages of words without articles: cut at the ends of lines, so that none is longer than needed. */
export function partsOfWords(words: string, limit: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const line of words.split('\n')) {
    if (part !== '' && part.length + line.length > limit) {
      parts.push(part)
      part = ''
    }
    part += part === '' ? line : `\n${line}`
  }
  return [...parts, part].filter((one) => one.trim() !== '')
}
