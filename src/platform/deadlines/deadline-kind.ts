import type { CivilDate } from '#law/days.ts'
import type { Words } from '#law/jurisdiction.ts'
import type { Role } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import type { Deadline } from './deadline-rules.ts'
import type { DeadlineDeed } from './deadline-state-rules.ts'

/** One of the clocks of a kind of records, as its door describes it. */
export type DeadlineKind = {
  /** The kind of its subjects: `consultations.consultation`. */
  kind: string
  /** What is over with it: "comments close". */
  words: Words
  /** Whether those that are public and were missed stand on the public board. */
  publicBoard: boolean
  /** What everybody may read as the title of such a record, by its id; one that is missing is named by its kind alone. */
  publicTitles?(services: Services, lang: Lang, ids: readonly string[]): Promise<Map<string, string>>
  /** Follows the moved days in what the module keeps and tells, in the transaction that moves them. */
  moved?(tx: Transaction, services: Services, moves: readonly DeadlineMove[]): Promise<void>
  /** Who may know of it in its own institution. */
  readers: readonly Role[]
  /** What is done with it on the page of its record alone, so that the record follows; `true`: everything. */
  ownDeeds?: true | readonly DeadlineDeed[]
}

/**
 * A deadline that a change of the calendar or the rules has moved. `deadline`: as it is now. `from`, `to`: its last day;
 * `workFrom`: the day to work to, as it was.
 */
export type DeadlineMove = { deadline: Deadline; from: CivilDate; to: CivilDate; workFrom: CivilDate; cause: Words }
