import { civilDate, dayNumber, type CivilDate } from '../days.ts'
import type { Jurisdiction, Words } from '../jurisdiction.ts'
import { catholicEaster, orthodoxEaster } from './easter.ts'
import { HOLIDAY_NAMES } from './holiday-texts.ts'
import { lunarDates, type LunarFeast } from './lunar-feasts.ts'

/** When in a year a holiday is; `source` only where it is neither in the law nor computed from it. */
export type HolidayDate = { date: CivilDate; estimated: boolean; source: string | null }

export type Holiday = {
  id: string
  names: Words
  /** The first and the last day of its being one. Null: as far back, or on, as the calendar goes. */
  validFrom: CivilDate | null
  validTo: CivilDate | null
  /** The law, as `basisWords` knows it. */
  basis: string
  on: (year: number) => readonly HolidayDate[]
}

type Name = keyof typeof HOLIDAY_NAMES
type When = Holiday['on']

const sure = (date: CivilDate): HolidayDate => ({ date, estimated: false, source: null })

/** `03-14`: the same day every year. */
const every =
  (monthDay: string): When =>
  (year) => [sure(`${year}-${monthDay}`)]

const easter =
  (sunday: (year: number) => CivilDate, daysAfter: 0 | 1): When =>
  (year) => [sure(civilDate(dayNumber(sunday(year)) + daysAfter))]

const lunar =
  (jurisdiction: Jurisdiction, feast: LunarFeast): When =>
  (year) =>
    lunarDates(jurisdiction, feast, year)

type Span = { from?: CivilDate; to?: CivilDate; name?: Name }

/** A holiday of one law. Its id is the name of its words, unless a country calls it otherwise. */
const by =
  (basis: string) =>
  (id: Name, on: When, { from, to, name }: Span = {}): Holiday => ({
    id,
    names: HOLIDAY_NAMES[name ?? id],
    validFrom: from ?? null,
    validTo: to ?? null,
    basis,
    on,
  })

const albanian = by('L7651/1992')
const kosovar = by('L03/L-064 Art 2')

export const HOLIDAYS: Record<Jurisdiction, readonly Holiday[]> = {
  AL: [
    albanian('new-year', every('01-01')),
    albanian('new-year-second', every('01-02')),
    albanian('summer-day', every('03-14')),
    albanian('nevruz', every('03-22')),
    albanian('easter-catholic', easter(catholicEaster, 0)),
    albanian('easter-orthodox', easter(orthodoxEaster, 0)),
    albanian('eid-al-fitr', lunar('AL', 'eid-al-fitr')),
    albanian('labour-day', every('05-01')),
    albanian('eid-al-adha', lunar('AL', 'eid-al-adha')),
    // The fifth of September took the place of the nineteenth of October.
    albanian('saint-teresa', every('09-05'), { from: '2018-01-01' }),
    albanian('mother-teresa', every('10-19'), { to: '2017-12-31' }),
    albanian('alphabet', every('11-22'), { from: '2024-01-01' }),
    albanian('independence-flag', every('11-28')),
    albanian('liberation', every('11-29')),
    albanian('youth-day', every('12-08')),
    albanian('christmas', every('12-25')),
  ],
  XK: [
    kosovar('new-year', every('01-01')),
    kosovar('new-year-second', every('01-02')),
    kosovar('christmas-orthodox', every('01-07')),
    kosovar('independence-kosovo', every('02-17')),
    kosovar('constitution', every('04-09')),
    kosovar('easter-monday-catholic', easter(catholicEaster, 1)),
    kosovar('easter-monday-orthodox', easter(orthodoxEaster, 1)),
    kosovar('labour-day', every('05-01'), { name: 'labour-day-kosovo' }),
    kosovar('europe-day', every('05-09')),
    kosovar('eid-al-fitr', lunar('XK', 'eid-al-fitr'), { name: 'eid-al-fitr-kosovo' }),
    kosovar('eid-al-adha', lunar('XK', 'eid-al-adha'), { name: 'eid-al-adha-kosovo' }),
    kosovar('christmas-catholic', every('12-25')),
  ],
}

/** By which law a holiday on a Saturday or Sunday moves on. */
export const SUBSTITUTE_LAW: Record<Jurisdiction, string> = { AL: 'L7651/1992', XK: 'L03/L-064 Art 4' }
