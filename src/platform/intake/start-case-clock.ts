import type { Transaction } from '../db/database.ts'
import type { Holder } from '../deadlines/deadline-order.ts'
import { startDeadline } from '../deadlines/start-deadline.ts'
import type { ChangedBy } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import type { CivilDate } from '../time/civil-date.ts'
import type { HeldCase } from './case-queries.ts'
import { CASE_KIND, CASE_SLOT, ruleOfClock } from './clock-rules.ts'

/** Which clock, and where it begins when that is not the day on which the paper counts as filed here. */
export type FirstClock = { rule: string; startedOn?: CivilDate }

/** Nobody has it yet: whoever sorts the letters is the one to remind. */
export const holderOf = (held: Pick<HeldCase, 'ownerAccountId' | 'ownerRole'>): Holder =>
  held.ownerAccountId === null && held.ownerRole === null
    ? { role: 'clerk' }
    : { accountId: held.ownerAccountId, role: held.ownerRole }

/**
 * Starts the clock of a paper that was just counted: the general one of the country's law, until an official says that it
 * asks for something else. Gives its last day; null where no rule gives one, and an official may set a day.
 */
export async function startCaseClock(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  held: HeldCase,
  by: ChangedBy,
  first: FirstClock = { rule: ruleOfClock(held.jurisdiction, 'request') },
): Promise<CivilDate | null> {
  const outcome = await startDeadline(tx, services, {
    institutionId: held.institutionId,
    subject: refOf(CASE_KIND, held.id),
    slot: CASE_SLOT,
    basis: { rule: first.rule },
    startedOn: first.startedOn ?? held.filedOn,
    holder: holderOf(held),
    // By its number alone: "Kërkesë 12/2026".
    public: true,
    by,
  })
  return outcome.kind === 'started' ? outcome.deadline.dueOn : null
}
