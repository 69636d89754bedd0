import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Transaction } from '#platform/db/database.ts'
import { cancelDeadline, meetDeadline, reopenDeadline } from '#platform/deadlines/end-deadline.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { endOfDay } from '#platform/time/civil-date.ts'
import { ACT_RECORD, CHECK_AGAIN_SLOT, CHECK_SLOT, DEPOSIT_SLOT } from '../act-rules.ts'
import type { Act } from '../act-queries.ts'
import type { Round } from './review-rules.ts'

type Clocked = Pick<Services, 'clock'>
export type DepositedAct = Pick<
  Act,
  'id' | 'institutionId' | 'jurisdiction' | 'nature' | 'history' | 'adoptedOn' | 'announcedOn' | 'legality'
>

/** Of a council in Albania the law gives them; in Kosovo the institution's own terms, where it has set them. */
const DEPOSIT_RULE: Record<Jurisdiction, string> = { AL: 'AL-PREF-DEPOSIT', XK: 'XK-LSG-LEGALITY' }
const CHECK_RULE: Record<Jurisdiction, string> = { AL: 'AL-PREF-CHECK', XK: 'XK-LSG-LEGALITY-CHECK' }

const clockOf = (id: string, slot: string, by: ChangedBy) => ({ subject: refOf(ACT_RECORD, id), slot, by })
const checkSlot = (round: Round): string => (round === 1 ? CHECK_SLOT : CHECK_AGAIN_SLOT)

/** From which day it is to be deposited; null: it need not be. In Albania normative acts, from their announcement on. */
function depositFrom({ jurisdiction, nature, history, adoptedOn, announcedOn }: DepositedAct): string | null {
  if (history) return null
  if (jurisdiction === 'AL') return nature === 'normative' ? announcedOn : null
  return nature === 'internal' ? null : adoptedOn
}

/**
 * It is to be sent to the authority that reviews legality: called when the act is announced, with the act as it is then. Gives
 * the last day; null: no rule of this institution says one, or it has been sent already. Before the entry in the ledger.
 */
export async function startDeposit(
  tx: Transaction,
  services: Clocked,
  act: DepositedAct,
  by: ChangedBy,
): Promise<string | null> {
  const startedOn = depositFrom(act)
  if (startedOn === null || act.legality !== 'none') return null
  const { id, institutionId, jurisdiction } = act
  const basis = { rule: DEPOSIT_RULE[jurisdiction] }
  const started = await startDeadline(tx, services, {
    ...clockOf(id, DEPOSIT_SLOT, by),
    institutionId,
    basis,
    startedOn,
    public: true,
  })
  return started.kind === 'started' ? started.deadline.dueOn : null
}

/** Sent on that day, in time or late. */
export async function meetDeposit(
  tx: Transaction,
  services: Clocked,
  { id, zone }: Pick<Act, 'id' | 'zone'>,
  { on, by }: { on: string; by: ChangedBy },
): Promise<void> {
  await meetDeadline(tx, services, { ...clockOf(id, DEPOSIT_SLOT, by), at: momentOf(services, on, zone) })
}

/** What was sent was withdrawn: it is to be sent again. */
export async function reopenDeposit(tx: Transaction, services: Clocked, id: string, by: ChangedBy): Promise<void> {
  await reopenDeadline(tx, services, clockOf(id, DEPOSIT_SLOT, by))
}

/** It need not be sent. */
export async function dropDeposit(tx: Transaction, services: Clocked, id: string, by: ChangedBy): Promise<void> {
  await cancelDeadline(tx, services, clockOf(id, DEPOSIT_SLOT, by))
}

/** The authority has entered it in its protocol: from that day it has its term, in each round anew. */
export async function startCheck(
  tx: Transaction,
  services: Clocked,
  { id, institutionId, jurisdiction }: Pick<Act, 'id' | 'institutionId' | 'jurisdiction'>,
  { round, on, by }: { round: Round; on: string; by: ChangedBy },
): Promise<void> {
  const basis = { rule: CHECK_RULE[jurisdiction] }
  const clock = clockOf(id, checkSlot(round), by)
  await startDeadline(tx, services, { ...clock, institutionId, basis, startedOn: on, public: true })
}

/** It has spoken on that day. Of a round in which no term began nothing happens. */
export async function meetCheck(
  tx: Transaction,
  services: Clocked,
  { id, zone }: Pick<Act, 'id' | 'zone'>,
  { round, on, by }: { round: Round; on: string; by: ChangedBy },
): Promise<void> {
  await meetDeadline(tx, services, { ...clockOf(id, checkSlot(round), by), at: momentOf(services, on, zone) })
}

/** What was entered was a mistake: nothing has been said. */
export async function reopenCheck(
  tx: Transaction,
  services: Clocked,
  id: string,
  { round, by }: { round: Round; by: ChangedBy },
): Promise<void> {
  await reopenDeadline(tx, services, clockOf(id, checkSlot(round), by))
}

/** The last moment of that day, or now, where that is earlier. */
const momentOf = ({ clock }: Clocked, day: string, zone: string): Date =>
  new Date(Math.min(endOfDay(day, zone).getTime() - 1000, clock.now().getTime()))
