import type { CalendarEntry, CalendarSelection } from '#platform/calendar/calendar-entry.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { IcalEvent } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { listDatesBetween, type DatedMeeting } from './published-queries.ts'
import { textsIn } from './texts.ts'
import { meetingUrls } from './urls.ts'
import { momentOf } from './when-rules.ts'

/** Each day of a meeting is an event of its own, with its hours where they are known. */
export const icalEventsOf = (lang: Lang, dates: readonly DatedMeeting[]): (IcalEvent & { id: string })[] =>
  dates.map((one) => ({
    id: one.id,
    uid: `meeting-${one.id}-${one.day}`,
    sequence: one.version,
    stamp: one.changedAt,
    at:
      one.from === null
        ? { day: one.day }
        : {
            moment: momentOf(one.day, one.from, one.zone),
            ...(one.to === null ? {} : { until: momentOf(one.day, one.to, one.zone) }),
          },
    summary: `${textsIn(lang).kindShort[one.kind]}: ${one.title}`,
    description: whereOf(one),
    url: meetingUrls.one(one.slug),
    cancelled: one.cancelled,
  }))

const whereOf = ({ address, onlineUrl }: DatedMeeting): string | null =>
  [address, onlineUrl].filter((one) => one !== null).join(' · ') || null

/** The same for the calendar of a year. */
export const calendarEntriesOf = (lang: Lang, dates: readonly DatedMeeting[]): CalendarEntry[] =>
  dates.map((one) => ({
    uid: `meeting-${one.id}-${one.day}`,
    sequence: one.version,
    changedAt: one.changedAt,
    from: one.day,
    to: null,
    kind: textsIn(lang).kindShort[one.kind],
    title: one.title,
    titleLang: one.titleLang,
    href: meetingUrls.one(one.slug),
    institutionId: one.institutionId,
    institutionName: one.institutionName,
    attendance: one.mode,
    where: one.address ?? one.onlineUrl,
    cancelled: one.cancelled,
  }))

/** Meetings among the days of a year; no more than a page of it can show. */
export const calendarOf = async (
  { db }: Services,
  lang: Lang,
  { attendance, ...selection }: CalendarSelection,
): Promise<readonly CalendarEntry[]> =>
  calendarEntriesOf(lang, await listDatesBetween(db, lang, { ...selection, mode: attendance }, MOST))

const MOST = 3000
