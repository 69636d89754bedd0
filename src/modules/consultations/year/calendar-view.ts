import type { CalendarEntry, CalendarSelection } from '#platform/calendar/calendar-entry.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { consultationUrls } from '../urls.ts'
import {
  listCalendarActivities,
  listCalendarActs,
  listCalendarWindows,
  type CalendarAct,
  type CalendarActivity,
  type CalendarWindow,
} from './calendar-queries.ts'
import { lastOfMonth } from './period-rules.ts'
import { yearTexts } from './texts.ts'
import { actUrl } from './urls.ts'

/** Consultations by the days on which they open and close, planned acts by their months, meetings of the past. */
export async function viewCalendar({ db }: Services, lang: Lang, asked: CalendarSelection): Promise<CalendarEntry[]> {
  const activities = (await listCalendarActivities(db, lang, asked)).map((one) => activityEntry(lang, one))
  // Who asks for meetings in the field or online asks where to go: nobody goes to a window.
  if (asked.attendance !== null) return activities.filter((one) => one.attendance === asked.attendance)
  const [windows, acts] = await Promise.all([listCalendarWindows(db, lang, asked), listCalendarActs(db, lang, asked)])
  const within = (day: string | null): day is string => day !== null && day >= asked.from && day <= asked.to
  return [
    ...windows.flatMap((one) => [
      ...(within(one.opensOn) ? [windowEntry(lang, one, 'opens', one.opensOn)] : []),
      ...(within(one.closesOn) ? [windowEntry(lang, one, 'closes', one.closesOn)] : []),
    ]),
    ...activities,
    ...acts.map((one) => actEntry(lang, one)),
  ]
}

type Head = Pick<
  CalendarWindow,
  'version' | 'changedAt' | 'title' | 'titleLang' | 'institutionId' | 'institutionName' | 'cancelled'
>

const head = ({ version, changedAt, title, titleLang, institutionId, institutionName, cancelled }: Head) => ({
  sequence: version,
  changedAt,
  title,
  titleLang,
  institutionId,
  institutionName,
  cancelled,
})

const windowEntry = (lang: Lang, one: CalendarWindow, what: 'opens' | 'closes', day: string): CalendarEntry => ({
  ...head(one),
  // The same as in the calendars of those who follow it: nobody's programme shows it twice.
  uid: `consultation-${one.id}-${what}`,
  from: day,
  to: null,
  kind: yearTexts(lang).page.calendar[what],
  href: consultationUrls.one(one.slug),
  attendance: null,
  where: null,
})

const activityEntry = (lang: Lang, one: CalendarActivity): CalendarEntry => ({
  ...head(one),
  uid: `consultation-${one.id}-activity-${one.ordinal}`,
  from: one.dateFrom,
  to: one.dateTo === one.dateFrom ? null : one.dateTo,
  kind: yearTexts(lang).page.calendar.activity,
  title: one.what,
  href: consultationUrls.one(one.slug),
  attendance: one.place === null ? null : 'field',
  where: one.place,
})

const actEntry = (lang: Lang, one: CalendarAct): CalendarEntry => ({
  ...head({ ...one, cancelled: one.dropped }),
  uid: `planned-act-${one.id}`,
  from: one.dueFrom,
  to: lastOfMonth(one.dueTo),
  monthOnly: true,
  kind: yearTexts(lang).page.calendar.planned,
  href: actUrl(one),
  attendance: null,
  where: null,
})
