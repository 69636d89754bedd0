import type { CivilDate } from '#law/days.ts'
import type { ChangedBy } from '../history/record-change.ts'
import type { Deadline } from './deadline-rules.ts'
import type { OffWhy } from './reckoning/reckon-rules.ts'

/** Where a deadline gets its length from. */
export type Basis =
  /** A rule of the tables. One from a secondary source must have been confirmed; one without a number, filled. */
  | { rule: string }
  /** A day that somebody set: of a task, of a case that no rule reaches. */
  | { day: CivilDate }

/** Whose it is, for the board. */
export type Holder = { accountId?: string | null; role?: string | null; bodyId?: string | null }

export type DeadlineOrder = {
  institutionId: string
  /** `consultations.consultation:<id>` */
  subject: string
  /** Which of the record's clocks. Known at the door of its module. */
  slot: string
  basis: Basis
  /** The day of the event; today in the zone of the institution unless told. */
  startedOn?: CivilDate
  /** The instant of the event, where hours count; the start of that day unless told. */
  startedAt?: Date
  /** A day the institution chose. Earlier than the rule allows it is refused where the rule is a least. */
  chosenOn?: CivilDate | null
  /** Of a draft: on no board, no reminders. */
  planned?: boolean
  holder?: Holder
  /** Whether it may stand on the public board the day after it was missed. */
  public: boolean
  by: ChangedBy
}

export type StartOutcome =
  | { kind: 'started'; deadline: Deadline }
  /** The rule gives no date here. */
  | { kind: 'off'; reason: OffWhy }
  /** The day chosen is before the least that the rule asks for. */
  | { kind: 'too-early'; least: CivilDate }
  /** The day chosen is after the most that the rule allows. */
  | { kind: 'too-late'; latest: CivilDate }
