import { fold } from './fold-rules.ts'

/** No letter and no digit follows: `12a` is no 12. */
const END = '(?![\\p{L}\\p{N}])'
/** What stands between thousands: spaces of all widths, dots, commas, apostrophes; the same throughout one number. */
const THOUSANDS = "[ \\u00a0\\u202f\\u2009.,'’]"

const DAY = '\\d{1,2}(?:\\.\\s?|[/-])\\d{1,2}(?:\\.\\s?|[/-])\\d{4}|\\d{4}-\\d{1,2}-\\d{1,2}'
/** Bounded in length: a text made to be slow is not. 12/2026, 12/a, 5/1, 08/L-123, 04-L-015, 01-060/12-24, 2024–2026, 1.1.2 */
const UNITS =
  '\\d+[a-z]?(?:(?:\\s?/\\s?|[-–])\\d+[a-z]?|/[a-z]{1,2}[-\\s]?\\d+|-[a-z]{1,2}-\\d+|/[a-z]{1,2}' +
  END +
  '){1,9}|\\d+(?:\\.\\d+){2,9}'
/** Nr 55, nr.55, №55; "no" only with its dot: without it is a word. */
const MARKER = '(?:\\b(?:nr|br)\\.?|\\bno\\.|№|n[º°])\\s?:?\\s?'
const NUMBER = `\\d{1,3}(?:(?<between>${THOUSANDS})\\d{3}(?:\\k<between>\\d{3}){0,7})(?:[.,]\\d{1,6})?(?![/-]?\\d|[.,]\\d)|\\d+[.,]\\d+(?!\\d|[./-]\\d)|\\d+`

/** What has digits in it; flags `iu`. Groups: `marker`, `reference`, `number`. */
export const REFERENCE_PATTERN =
  `(?<marker>${MARKER})(?<marked>${DAY}|${UNITS}|\\d+[a-z]?)${END}` +
  `|(?<reference>${DAY}|(?!\\d{1,3}(?:\\.\\d{3}){2,8}${END})(?:${UNITS}))${END}` +
  `|(?<number>${NUMBER})${END}`

/** Without signs between thousands, decimals after a dot: `1 234,50` and `1,234.50` are 1234.5. */
export function numberOf(raw: string): string {
  const parts = /^(?<whole>\d{1,3}(?:([^\d])\d{3}(?:\2\d{3})*)?|\d+)(?:[.,](?<rest>\d+))?$/u.exec(raw)?.groups
  const whole = withoutZeros((parts?.['whole'] ?? raw).replace(/\D/g, ''))
  const rest = (parts?.['rest'] ?? '').replace(/0+$/, '')
  return rest === '' ? whole : `${whole}.${rest}`
}

/** One spelling for each reference: no zeros in front, no spaces, small letters; days as 2024-03-12. */
export function referenceOf(raw: string, marked: boolean): string {
  const day = dayOf(raw)
  if (day !== null) return day
  const spelled = fold(raw)
    .replace(/–/g, '-')
    .replace(/\s*\/\s*/g, '/')
    .replace(/([/-][a-z]{1,2})[-\s]?(?=\d)/g, '$1-')
    .replace(/^(\d+)-(?=[a-z]-\d)/, '$1/')
    .replace(/\d+/g, withoutZeros)
  return marked && /^\d+[a-z]?$/.test(spelled) ? `nr/${spelled}` : spelled
}

/** The words of a reference, each found by itself: 12/2026 is found by 12 and by 2026. One place in the text for each. */
export function partsOf(reference: string): string[] {
  const parts = reference.split(/[/.-]/).map(withoutZeros)
  if (/^\d{4}-\d\d-\d\d$/.test(reference)) return parts.toReversed()
  return parts[0] === 'nr' ? parts.slice(1) : parts
}

/** `12/2026` is number 12 of something: `nr. 12` finds it. */
export function numberOfReference(reference: string): string | null {
  const first = /^(\d+[a-z]?)\//.exec(reference)?.[1]
  return first === undefined ? null : `nr/${first}`
}

export const isDay = (reference: string): boolean => /^\d{4}-\d\d-\d\d$/.test(reference)

function dayOf(raw: string): string | null {
  const parts = raw.split(/\D+/).map(Number)
  const [year, month, day] = raw.match(/^\d{4}/) ? parts : parts.toReversed()
  if (parts.length !== 3 || !/\d{4}/.test(raw) || /[a-z]/i.test(raw)) return null
  if (year === undefined || month === undefined || day === undefined) return null
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000 || year > 9999) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}
