import { civilDate, dayNumber, type CivilDate } from '#law/days.ts'

export type { CivilDate }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Null unless the words are a day that exists (30 February does not). */
export function readCivilDate(words: string): CivilDate | null {
  const parts = SHAPE.exec(words)
  if (!parts) return null
  const date = new Date(`${words}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== words ? null : words
}

/** Making a formatter costs a thousand times as much as using it. */
const dayFormatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Days already told, by zone and quarter of an hour: every zone's offset is a multiple of that, so within one the day is
 * the same. A page shows fifty moments, and asking for each costs more than its paragraphs.
 */
const knownDays = new Map<string, CivilDate>()
const QUARTER_MS = 900_000
const MOST_KNOWN = 5000

/** The day it is in a zone at a moment. */
export function civilDateIn(zone: string, moment: Date): CivilDate {
  const key = `${zone} ${Math.floor(moment.getTime() / QUARTER_MS)}`
  const known = knownDays.get(key)
  if (known) return known
  let formatter = dayFormatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
    dayFormatters.set(zone, formatter)
  }
  const day = formatter.format(moment)
  if (knownDays.size >= MOST_KNOWN) knownDays.clear()
  knownDays.set(key, day)
  return day
}

export const addDays = (date: CivilDate, days: number): CivilDate => civilDate(dayNumber(date) + days)

/** Days from one date to another; negative when `to` lies before `from`. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

/**
 * The instant at which a civil day begins in a zone. A day that ends "on the 21st" ends, exclusively, at the start of
 * the 22nd. Found by correcting the guess with the zone's offset twice: enough on every night the clocks change.
 */
export const startOfDay = (date: CivilDate, zone: string): Date => instantAt(date, 0, zone)

/** The instant at which the clock on the wall shows so many seconds since midnight. One that the night skips is an hour later. */
export function instantAt(date: CivilDate, seconds: number, zone: string): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + seconds * 1000
  let moment = wanted
  for (let pass = 0; pass < 2; pass++) moment = wanted - offsetOf(zone, new Date(moment))
  return new Date(moment)
}

/** The first instant after the day, exclusive end of a half-open interval. */
export const endOfDay = (date: CivilDate, zone: string): Date => startOfDay(addDays(date, 1), zone)

const formatters = new Map<string, Intl.DateTimeFormat>()

function offsetOf(zone: string, moment: Date): number {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, formatter)
  }
  const part = Object.fromEntries(formatter.formatToParts(moment).map((p) => [p.type, Number(p.value)]))
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
  return local - Math.floor(moment.getTime() / 1000) * 1000
}
