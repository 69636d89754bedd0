import { formatDate, formatDateRange } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { addDays, startOfDay } from '#platform/time/civil-date.ts'
import type { MeetingDay } from './meeting-rules.ts'

const HOUR = { sq: 'ora', en: 'at' } as const

/** `15 dhjetor 2026, ora 10:00–12:00`, each day a line; nothing for a meeting without days. */
export const dayLines = (lang: Lang, days: readonly MeetingDay[]): string[] =>
  days.map(({ day, from, to }) => {
    const hours = from === null ? '' : `, ${HOUR[lang]} ${from}${to === null ? '' : `–${to}`}`
    return formatDate(lang, day) + hours
  })

export const whenWords = (lang: Lang, days: readonly MeetingDay[]): string => dayLines(lang, days).join('; ')

/** The days alone, for lists. */
export function daysWords(lang: Lang, first: string | null, last: string | null): string | null {
  return first === null ? null : formatDateRange(lang, first, last ?? first)
}

/** The instant of an hour on a day, as the clock on the wall of that place shows it. */
export function momentOf(day: string, hour: string, zone: string): Date {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  const [start, next] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)]
  const since = (hours * 60 + minutes) * 60_000
  // On the days the clocks change the day is an hour shorter or longer; gatherings begin after the change.
  const shift = next.getTime() - start.getTime() - 86_400_000
  return new Date(start.getTime() + since + (hours >= 3 ? shift : 0))
}
