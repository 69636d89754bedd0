import { addDays, type CivilDate } from '../time/civil-date.ts'

export const ICAL_TYPE = 'text/calendar; charset=utf-8'

export type IcalEvent = {
  /** Lasts as long as the record: a program that has the event knows by it that this is the same one. */
  uid: string
  /** Grows by each change: of two with one uid the higher is the newer. */
  sequence: number
  /** When this was last changed. */
  stamp: Date
  /** A whole day, or an instant where hours count, with its end where it lasts. */
  at: { day: CivilDate; to?: CivilDate } | { moment: Date; until?: Date }
  summary: string
  description?: string | null
  url?: string | null
  cancelled?: boolean
}

export type IcalCalendar = {
  name: string
  description?: string | null
  lang: string
  /** Where it is kept: what subscribes asks there again. */
  url?: string | null
  events: readonly IcalEvent[]
}

/**
 * A calendar as RFC 5545 writes it. Days are days, without hour and zone; their end is the day after, for it does not
 * belong to the event. Deadlines keep nobody's time occupied.
 */
export function icalOf({ name, description, lang, url, events }: IcalCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Kuvend//Kuvend//${lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The second is what programs read that do not know RFC 7986.
    `NAME:${icalText(name)}`,
    `X-WR-CALNAME:${icalText(name)}`,
    ...(description ? [`DESCRIPTION:${icalText(description)}`, `X-WR-CALDESC:${icalText(description)}`] : []),
    ...(url ? [`SOURCE;VALUE=URI:${icalUri(url)}`] : []),
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventLines({ uid, sequence, stamp, at, summary, description, url, cancelled }: IcalEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${icalText(uid)}`,
    `DTSTAMP:${icalMoment(stamp)}`,
    `SEQUENCE:${sequence}`,
    ...timeLines(at),
    `SUMMARY:${icalText(summary)}`,
    ...(description ? [`DESCRIPTION:${icalText(description)}`] : []),
    ...(url ? [`URL:${icalUri(url)}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** A moment has no length: where DTEND is missing the event ends when it begins. */
const timeLines = (at: IcalEvent['at']): string[] =>
  'moment' in at
    ? [`DTSTART:${icalMoment(at.moment)}`, ...(at.until ? [`DTEND:${icalMoment(at.until)}`] : [])]
    : [`DTSTART;VALUE=DATE:${icalDay(at.day)}`, `DTEND;VALUE=DATE:${icalDay(addDays(at.to ?? at.day, 1))}`]

const icalDay = (day: CivilDate): string => day.replaceAll('-', '')

/** `20261210T230000Z` */
const icalMoment = (moment: Date): string => moment.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

/** What has a meaning in the format is escaped; other control characters have no place in it. */
export const icalText = (words: string): string =>
  words
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(CONTROLS, '')

// oxlint-disable-next-line no-control-regex -- that is what it looks for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** An address is not text: nothing in it is escaped, and what could end the line is left out. */
const icalUri = (url: string): string => url.replaceAll(/\s/g, '').replaceAll(CONTROLS, '')

const LONGEST_LINE = 75

/**
 * Lines of 75 octets at most, counted in bytes; the next begins with a space that counts too. A letter of several bytes
 * stays whole.
 */
export function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let room = LONGEST_LINE
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (size > room) {
      parts.push(part)
      part = ''
      room = LONGEST_LINE - 1
    }
    part += letter
    room -= size
  }
  return [...parts, part].join('\r\n ')
}
