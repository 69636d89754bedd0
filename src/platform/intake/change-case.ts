import { mayIn } from '../auth/permissions.ts'
import type { Official, Role } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { holdCase, type HeldCase } from './case-queries.ts'
import { MOVES, type Move } from './case-rules.ts'

export type CaseOutcome =
  | { kind: 'done' }
  /** Somebody else was faster: the page shows what stands now. */
  | { kind: 'moved-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-case' }
  | { kind: 'refused'; refusal: CaseRefusal }

export type CaseRefusal =
  | 'no-such-owner'
  | 'no-such-original'
  | 'itself'
  | 'protocol-taken'
  | 'no-such-point'
  | 'answered-already'
  | 'points-open'
  | 'no-such-institution'
  | 'same-institution'
  | 'erased'
  | 'transferred'
  /** The institution has set no term where the law gives none. */
  | 'no-term'
  | 'no-clock'
  | 'cannot-extend'
  | 'extended-too-late'
  | 'ground-not-listed'
  | 'cannot-pause'
  | 'paused-too-late'
  /** Later than the law allows. */
  | 'after-deadline'

/** Which case, as the page showed it; and who wants what. `version` null: the deed does not depend on what was seen. */
export type CaseOrder = {
  official: Official
  caseId: string
  version: number | null
  roles: readonly Role[]
  move: Move
  /** A second case that the deed looks at: both are held in one order, so that two deeds do not wait for each other. */
  beside?: string
}

const DONE: CaseOutcome = { kind: 'done' }

/** One deed on one case: held, right asked, state and version compared; then `work`, in the same transaction. */
export function changeCase(
  services: Services,
  order: CaseOrder,
  work: (tx: Transaction, held: HeldCase) => Promise<CaseOutcome | void>,
): Promise<CaseOutcome> {
  return services.db.begin(async (tx): Promise<CaseOutcome> => {
    if (order.beside !== undefined && order.beside < order.caseId) await holdCase(tx, order.beside)
    const held = await holdCase(tx, order.caseId)
    if (!held || held.state === 'sent') return { kind: 'no-such-case' }
    if (!mayIn(order.official, order.roles, held.institutionId)) return { kind: 'not-permitted' }
    const seen = order.version === null || order.version === held.version
    if (!seen || !MOVES[held.state].includes(order.move)) return { kind: 'moved-meanwhile' }
    return (await work(tx, held)) ?? DONE
  })
}

export const refused = (refusal: CaseRefusal): CaseOutcome => ({ kind: 'refused', refusal })
