import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Unit } from '#law/rules/rule.ts'

export const DEADLINE_STATES = ['planned', 'running', 'paused', 'met', 'lapsed', 'cancelled'] as const
export type DeadlineState = (typeof DEADLINE_STATES)[number]

/** A deadline as it stands in the table. */
export type Deadline = {
  id: string
  institutionId: string
  subject: string
  slot: string
  basis: 'rule' | 'own' | 'day'
  ruleId: string | null
  ruleVersion: number | null
  termId: string | null
  n: number | null
  unit: Unit | null
  jurisdiction: Jurisdiction
  startedOn: CivilDate
  startedAt: Date
  chosenOn: CivilDate | null
  pauses: { from: CivilDate; to: CivilDate }[]
  pausedOn: CivilDate | null
  opensOn: CivilDate | null
  workBy: CivilDate
  dueOn: CivilDate
  dueAt: Date
  estimated: boolean
  state: DeadlineState
  endedAt: Date | null
  holderId: string | null
  role: string | null
  bodyId: string | null
  public: boolean
  version: number
}
