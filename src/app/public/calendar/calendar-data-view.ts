import type { YearCalendarView } from './year-calendar-view.ts'

/** The same selection as data: days as days, and of what has only a month its first and last day, marked as such. */
export const calendarAsData = ({ year, entries }: YearCalendarView, url: string) => ({
  year,
  entries: entries.map((one) => ({
    id: one.uid,
    url: url + one.href,
    kind: one.kind,
    title: one.title,
    lang: one.titleLang,
    from: one.from,
    to: one.to,
    monthOnly: one.monthOnly ?? false,
    institution: one.institutionName,
    attendance: one.attendance,
    where: one.where,
    cancelled: one.cancelled,
  })),
})
