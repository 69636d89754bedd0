import type { Words } from '../jurisdiction.ts'
import type { CivilDate, DayNumber } from '../days.ts'
import type { Jurisdiction } from '../jurisdiction.ts'

/** Why a day is not a working day. */
export type DayOff =
  | { kind: 'weekend' }
  | {
      kind: 'holiday'
      names: Words
      /** It stands in for a holiday that fell on a Saturday or Sunday. */
      substituteFor: CivilDate | null
      /** The date of a lunar feast that nobody has announced yet. */
      estimated: boolean
      /** The law, or the announcement, that makes it one. */
      basis: string
    }
  /** The institution's own, with its own words; only those that stop the clocks. */
  | { kind: 'closure'; words: string }

/** Days off from one day to another, both included. */
export type Closure = { from: CivilDate; to: CivilDate; words: string }

/** What a government has announced since this version of the program was made. */
export type CalendarChange =
  /** A day off of the whole country that the tables do not know; on a weekend it is substituted like others. */
  | { kind: 'added'; day: CivilDate; names: Words; basis: string }
  /** The true date of a feast whose date was estimated, or was announced otherwise. `holiday`: its id in the tables. */
  | { kind: 'moved'; holiday: string; year: number; day: CivilDate; basis: string }
  /** A holiday of the tables that was no day off in this year. */
  | { kind: 'dropped'; holiday: string; year: number; basis: string }

export type Calendar = {
  jurisdiction: Jurisdiction
  /** Outside these it knows nothing and `offDay` throws. */
  first: DayNumber
  last: DayNumber
  /** Null: a working day. */
  offDay(day: DayNumber): DayOff | null
}

export class OutsideCalendar extends Error {}
