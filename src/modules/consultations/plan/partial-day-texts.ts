import { formatDate, formatDateRange, formatMonth } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'

/** A day as far as it is known: `9 maj 2023`, `maj 2023`, `2023`. */
export function dayWords(lang: Lang, day: string): string {
  if (day.length === 10) return formatDate(lang, day)
  return day.length === 7 ? formatMonth(lang, `${day}-01`, { year: true }) : day
}

export function daysWords(lang: Lang, from: string | null, to: string | null): string | null {
  if (from === null) return to === null ? null : dayWords(lang, to)
  if (to === null || to === from) return dayWords(lang, from)
  if (from.length === 10 && to.length === 10) return formatDateRange(lang, from, to)
  return `${dayWords(lang, from)} – ${dayWords(lang, to)}`
}
