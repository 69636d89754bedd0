import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Transaction } from '#platform/db/database.ts'
import { cancelDeadline, meetDeadline } from '#platform/deadlines/end-deadline.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { endOfDay } from '#platform/time/civil-date.ts'
import { ACT_RECORD, FORCE_SLOT, PUBLICATION_SLOT } from '../act-rules.ts'
import type { Act } from '../act-queries.ts'
import { setAnnounceBy } from './clock-queries.ts'

type Clocked = Pick<Services, 'clock'>
export type ClockedAct = Pick<Act, 'id' | 'institutionId' | 'jurisdiction' | 'adoptedOn' | 'history' | 'zone'>

/** Of a council in Albania the law gives them; in Kosovo the institution's own terms, where it has set them. */
const PUBLICATION_RULE: Record<Jurisdiction, string> = { AL: 'AL-LSG-PUBLISH', XK: 'XK-LSG-PUBLISH' }
const FORCE_RULE: Record<Jurisdiction, string> = { AL: 'AL-LSG-FORCE', XK: 'XK-LSG-FORCE' }

const clockOf = (id: string, slot: string, by: ChangedBy) => ({ subject: refOf(ACT_RECORD, id), slot, by })

/**
 * From its adoption on it is to be announced: called when the act gets its number. Gives the last day, which the act keeps as
 * `announce_by`; null: no rule of this institution says one. Before the entry in the ledger.
 */
export async function startPublication(
  tx: Transaction,
  services: Clocked,
  { id, institutionId, jurisdiction, adoptedOn, history }: ClockedAct,
  by: ChangedBy,
): Promise<string | null> {
  if (adoptedOn === null || history) return null
  const basis = { rule: PUBLICATION_RULE[jurisdiction] }
  const order = { ...clockOf(id, PUBLICATION_SLOT, by), institutionId, basis, startedOn: adoptedOn, public: true }
  const started = await startDeadline(tx, services, order)
  const day = started.kind === 'started' ? started.deadline.dueOn : null
  await setAnnounceBy(tx, id, day)
  return day
}

/** Announced on that day, in time or late. */
export async function meetPublication(
  tx: Transaction,
  services: Clocked,
  { id, zone }: ClockedAct,
  { on, by }: { on: string; by: ChangedBy },
): Promise<void> {
  const [day, now] = [endOfDay(on, zone), services.clock.now()]
  const at = new Date(Math.min(day.getTime() - 1000, now.getTime()))
  await meetDeadline(tx, services, { ...clockOf(id, PUBLICATION_SLOT, by), at })
}

/** Nothing is to be announced any more: the number was made void. */
export async function dropPublication(
  tx: Transaction,
  services: Clocked,
  { id }: Pick<ClockedAct, 'id'>,
  by: ChangedBy,
): Promise<void> {
  await cancelDeadline(tx, services, clockOf(id, PUBLICATION_SLOT, by))
  await setAnnounceBy(tx, id, null)
}

/** A normative act comes into force so many days after it was announced: the day, or null where no rule says so. */
export async function startForce(
  tx: Transaction,
  services: Clocked,
  { id, institutionId, jurisdiction }: ClockedAct,
  { on, by }: { on: string; by: ChangedBy },
): Promise<string | null> {
  const basis = { rule: FORCE_RULE[jurisdiction] }
  const order = { ...clockOf(id, FORCE_SLOT, by), institutionId, basis, startedOn: on, public: true }
  const started = await startDeadline(tx, services, order)
  return started.kind === 'started' ? started.deadline.dueOn : null
}

/** It has come into force: there is nothing left to wait for. */
export async function meetForce(tx: Transaction, services: Clocked, id: string, by: ChangedBy): Promise<void> {
  await meetDeadline(tx, services, clockOf(id, FORCE_SLOT, by))
}
