import type { Jurisdiction } from '../jurisdiction.ts'
import { allHolidays } from './holidays.ts'

/**
 * Short words that change with every day off of a country's tables, and with which of them are estimated. What was
 * announced or closed besides is not in it: that comes with a recomputing of its own. Names and sources are not in it
 * either: they move no clock.
 */
export function calendarDigest(jurisdiction: Jurisdiction): string {
  const lines = allHolidays(jurisdiction).map(
    ({ id, date, estimated, substitute }) => `${date} ${id} ${estimated ? '~' : '='} ${substitute ?? ''}`,
  )
  return `${jurisdiction}-${lines.length}-${sumOf(lines.join('\n'))}`
}

/** FNV-1a over two halves of 32 bits: enough to tell versions apart, and no secret. */
function sumOf(text: string): string {
  let one = 0x811c9dc5
  let other = 0x1b873593
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193)
    other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x01000193)
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
