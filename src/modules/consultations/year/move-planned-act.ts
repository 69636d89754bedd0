import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import {
  holdAct,
  insertActChange,
  markAdopted,
  markDropped,
  markResumed,
  type OfficeAct,
} from './act-office-queries.ts'
import { enterPlannedActs } from './act-records.ts'
import { recordOfPlannedAct, tellOfPlannedAct } from './tell-planned-act.ts'
import { refusalToMove, type ActMove, type MoveRefusal } from './year-rules.ts'

export type MoveOutcome =
  { kind: 'moved' } | { kind: 'refused'; refusal: MoveRefusal } | { kind: 'not-permitted' } | { kind: 'gone' }

/** It will not come: the entry stays, with the reason and the month that was promised. */
export const dropPlannedAct = (
  services: Services,
  official: Official,
  id: string,
  reason: string,
): Promise<MoveOutcome> =>
  move(services, official, id, 'drop', async (tx, act, at) => {
    await markDropped(tx, id, { reason, at })
    await show(tx, official, act, { kind: 'dropped', at, reason })
  })

export const resumePlannedAct = (
  services: Services,
  official: Official,
  id: string,
  reason: string,
): Promise<MoveOutcome> =>
  move(services, official, id, 'resume', async (tx, act, at) => {
    await markResumed(tx, id, at)
    await show(tx, official, act, { kind: 'resumed', at, reason })
  })

/** By which deed it was adopted, and when; a second time it corrects the first, which stays visible. */
export const adoptPlannedAct = (
  services: Services,
  official: Official,
  id: string,
  deed: { on: string; reference: string },
): Promise<MoveOutcome> =>
  move(services, official, id, 'adopt', async (tx, act, at) => {
    if (act.adoptedOn === deed.on && act.adoptedReference === deed.reference) return
    await markAdopted(tx, id, { ...deed, at })
    const kind = act.adoptedOn === null ? 'adopted' : 'adoption-corrected'
    const fields = [
      { field: 'adopted-on', from: act.adoptedOn, to: deed.on },
      { field: 'adopted-reference', from: act.adoptedReference, to: deed.reference },
    ]
    await show(tx, official, act, { kind, at, reason: null, fields, facts: { reference: deed.reference, on: deed.on } })
  })

type Show = {
  kind: 'dropped' | 'resumed' | 'adopted' | 'adoption-corrected'
  at: Date
  reason: string | null
  fields?: readonly { field: string; from: string | null; to: string | null }[]
  facts?: Record<string, string>
}

async function show(
  tx: Transaction,
  { accountId }: Official,
  act: OfficeAct,
  { kind, at, reason, fields = [], facts = {} }: Show,
): Promise<void> {
  const { id, institutionId } = act
  await insertActChange(tx, { institutionId, actId: id, version: act.version + 1, kind, reason, at, by: accountId })
  const done = kind === 'adoption-corrected' ? 'adopted' : kind
  await recordOfPlannedAct(tx, { id, institutionId, kind: done, by: { accountId }, at, reason, fields })
  const told = kind === 'adoption-corrected' ? 'changed' : kind
  await tellOfPlannedAct(tx, { id, institutionId, kind: told, at, facts })
}

async function move(
  services: Services,
  official: Official,
  id: string,
  what: ActMove,
  write: (tx: Transaction, act: OfficeAct, at: Date) => Promise<void>,
): Promise<MoveOutcome> {
  return services.db.begin(async (tx): Promise<MoveOutcome> => {
    const act = await holdAct(tx, id)
    if (!act) return { kind: 'gone' }
    if (!mayIn(official, may['year-plans.publish'], act.institutionId)) return { kind: 'not-permitted' }
    const refusal = refusalToMove(act, what)
    if (refusal) return { kind: 'refused', refusal }
    await write(tx, act, services.clock.now())
    await enterPlannedActs(tx, services, [id])
    return { kind: 'moved' }
  })
}
