import type { CalendarEntry } from '#platform/calendar/calendar-entry.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { icalOf } from '#platform/lists/ical-rules.ts'
import { calendarTexts } from './texts.ts'

/** The selection for a programme. What has only a month lasts the whole month, and says so by its kind. */
export function calendarIcal(
  lang: Lang,
  { year, entries, address, url }: { year: number; entries: readonly CalendarEntry[]; address: string; url: string },
): string {
  const host = new URL(url).host
  return icalOf({
    name: calendarTexts(lang).calendarName(year),
    lang,
    url: url + inLanguage(lang, address),
    events: entries.map((one) => ({
      uid: `${one.uid}@${host}`,
      sequence: one.sequence,
      stamp: one.changedAt,
      at: one.to ? { day: one.from, to: one.to } : { day: one.from },
      summary: `${one.kind}: ${one.title}`,
      description: [one.institutionName, one.where].filter(Boolean).join('. '),
      url: url + inLanguage(lang, one.href),
      cancelled: one.cancelled,
    })),
  })
}
