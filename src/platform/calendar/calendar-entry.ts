import type { CivilDate } from '#law/days.ts'
import type { Lang } from '../i18n/language.ts'

/** Where people meet: in a place, online, or both at once; null: nobody is asked to come. */
export type Attendance = 'field' | 'online' | 'both'

/** What narrows the calendar of a year; null: not narrowed. Ids of places and topics are those of the installation. */
export type CalendarSelection = {
  /** Both days included. An entry belongs to it when one of its days does. */
  from: CivilDate
  to: CivilDate
  institutionId: string | null
  attendance: 'field' | 'online' | null
  topic: string | null
  place: string | null
}

/** One line of the calendar of a year: a day, several days, or a month of which no day is known yet. */
export type CalendarEntry = {
  /** Lasts as long as the record and names the day of it: `meeting-<id>`, `consultation-<id>-closes`. Without a host. */
  uid: string
  /** Grows by each change. */
  sequence: number
  changedAt: Date
  from: CivilDate
  /** The last day, where it is another one; null: one day. */
  to: CivilDate | null
  /** Only the month is known: `from` is its first day, `to` its last, and neither is shown as a day. */
  monthOnly?: true
  /** "Takim publik", "Mbyllet konsultimi", in the language asked for. */
  kind: string
  title: string
  /** In which the title is written. */
  titleLang: Lang
  /** Without language prefix. */
  href: string
  institutionId: string
  institutionName: string
  attendance: Attendance | null
  /** The place in words, or how one takes part online; null: there is none, or it is not known. */
  where: string | null
  /** It does not take place, or is no longer planned; it stays in the calendar and says so. */
  cancelled: boolean
}
