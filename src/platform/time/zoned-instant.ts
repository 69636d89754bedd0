import { civilDateIn } from './civil-date.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  })
  formatters.set(zone, made)
  return made
}

/** A moment as a machine reads it, with the hour of the zone: `2026-11-22T00:00:00+01:00`. */
export function zonedInstant(zone: string, moment: Date): string {
  const parts = formatterOf(zone).formatToParts(moment)
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? ''
  // `GMT+01:00`; without an offset it is `GMT` alone.
  const offset = of('timeZoneName').slice(3) || '+00:00'
  return `${civilDateIn(zone, moment)}T${of('hour')}:${of('minute')}:${of('second')}${offset}`
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** Null unless the words are a moment that says how far it lies from Greenwich. */
export function readInstant(words: string): Date | null {
  const [, day] = INSTANT.exec(words) ?? []
  if (!day) return null
  const [moment, start] = [new Date(words), new Date(`${day}T00:00:00Z`)]
  if (Number.isNaN(moment.getTime()) || Number.isNaN(start.getTime())) return null
  return start.toISOString().startsWith(day) ? moment : null
}
