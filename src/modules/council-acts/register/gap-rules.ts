export type Numbers = { first: number; last: number }

/** `12–340`, or one number alone. */
export const rangeWords = ({ first, last }: Numbers): string => (first === last ? String(first) : `${first}–${last}`)

/** `57`, `12–340`, with the year where it is wanted. */
export function readRange(words: string): Numbers | null {
  const parts = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/.exec(words.trim())
  if (!parts) return null
  const first = Number(parts[1])
  const last = parts[2] === undefined ? first : Number(parts[2])
  return first > 0 && last >= first ? { first, last } : null
}

export type NoteRefusal = 'no-gap' | 'changed-meanwhile'

/** Only of numbers that are missing something is said here: what has an act, or a void number, tells its own reason. */
export function refusalToNote(wanted: Numbers, gaps: readonly Numbers[]): NoteRefusal | null {
  return gaps.some(({ first, last }) => wanted.first >= first && wanted.last <= last) ? null : 'no-gap'
}
