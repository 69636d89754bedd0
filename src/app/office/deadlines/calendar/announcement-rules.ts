import type { CalendarChange } from '#law/calendar/day-off.ts'
import { JURISDICTIONS, type Jurisdiction } from '#law/jurisdiction.ts'

/** What a government may have announced, in the order of the page. */
export const KINDS = ['added', 'moved', 'dropped'] as const satisfies readonly CalendarChange['kind'][]
export type ChangeKind = (typeof KINDS)[number]

/** The fields of all three forms: the preview carries them on unseen. */
export const ANNOUNCEMENT_FIELDS = [
  'shteti',
  'lloji',
  'dergesa',
  'dita-day',
  'dita-month',
  'dita-year',
  'emri',
  'emri-en',
  'festa',
  'viti',
  'burimi',
]

export const countryOf = (words: string): Jurisdiction => JURISDICTIONS.find((one) => one === words) ?? 'AL'
export const kindOf = (words: string): ChangeKind => KINDS.find((one) => one === words) ?? 'added'
