import { daysBetween, readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'

/** Where a page of the board begins: after the deadline of that day. */
export type DayKey = { day: CivilDate; id: string }

export const writeDayKey = ({ day, id }: DayKey): string => `${day}.${id}`

/** Null when somebody has changed it: the list then begins at its beginning. */
export function readDayKey(words: string | undefined): DayKey | null {
  const [, day, id] = /^(\d{4}-\d\d-\d\d)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words ?? '') ?? []
  return day !== undefined && id !== undefined && readCivilDate(day) !== null ? { day, id } : null
}

export const GROUPS = ['late', 'today', 'week', 'later', 'paused'] as const
export type Group = (typeof GROUPS)[number]

type Clocked = { state: string; workBy: CivilDate; dueAt: Date }

/** The same as the query that counts them. */
export function groupOf({ state, workBy, dueAt }: Clocked, now: Date, today: CivilDate): Group {
  if (state === 'paused') return 'paused'
  if (dueAt <= now) return 'late'
  const days = daysBetween(today, workBy)
  return days <= 0 ? 'today' : days <= 7 ? 'week' : 'later'
}

/** Whether all the words asked for stand in the words of a line, whatever their accents and capitals. */
export function hasWords(asked: string, line: string): boolean {
  const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const text = plain(line)
  return plain(asked)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
