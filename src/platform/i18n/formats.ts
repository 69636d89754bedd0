import type { CivilDate } from '../time/civil-date.ts'
import { civilDateIn } from '../time/civil-date.ts'
import type { InEveryLanguage, Lang } from './language.ts'

const MONTHS: InEveryLanguage<readonly string[]> = {
  sq: [
    'janar',
    'shkurt',
    'mars',
    'prill',
    'maj',
    'qershor',
    'korrik',
    'gusht',
    'shtator',
    'tetor',
    'nëntor',
    'dhjetor',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

const NO_BREAK_SPACE = '\u00a0'

/** `21 nëntor 2026` */
export function formatDate(lang: Lang, date: CivilDate): string {
  const [year = '', month = '1', day = '1'] = date.split('-')
  return `${Number(day)} ${MONTHS[lang][Number(month) - 1]} ${year}`
}

/** `nëntor`; the year is told where it is asked for: `nëntor 2026`. */
export function formatMonth(lang: Lang, date: CivilDate, { year: withYear }: { year: boolean }): string {
  const [year = '', month = '1'] = date.split('-')
  const name = MONTHS[lang][Number(month) - 1] ?? ''
  return withYear ? `${name} ${year}` : name
}

/** `20–21 shtator 2023`, or the single day when both are the same. */
export function formatDateRange(lang: Lang, from: CivilDate, to: CivilDate): string {
  if (from === to) return formatDate(lang, from)
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${Number(from.slice(8))}–${formatDate(lang, to)}`
    : `${formatDate(lang, from)} – ${formatDate(lang, to)}`
}

const hourFormats = new Map<string, Intl.DateTimeFormat>()

/** `14:05`, on the clock of the zone. */
export function formatHour(moment: Date, zone: string): string {
  let format = hourFormats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    hourFormats.set(zone, format)
  }
  return format.format(moment)
}

/** `21 nëntor 2026, ora 14:05` */
export function formatMoment(lang: Lang, moment: Date, zone: string): string {
  return `${formatDay(lang, moment, zone)}, ${lang === 'sq' ? 'ora ' : ''}${formatHour(moment, zone)}`
}

/** The day of an instant on the calendar of the zone. */
export function formatDay(lang: Lang, moment: Date, zone: string): string {
  return formatDate(lang, civilDateIn(zone, moment))
}

/** `28 081 250 000`: groups of three parted by a space that does not break, in both languages. */
export function formatNumber(value: number | bigint): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, NO_BREAK_SPACE)
}

/** `1,4 MB` in Albanian, `1.4 MB` in English. */
export function formatSize(lang: Lang, bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  const words = value < 10 ? value.toFixed(1) : value.toFixed(0)
  return `${lang === 'sq' ? words.replace('.', ',') : words}${NO_BREAK_SPACE}${unit}`
}
