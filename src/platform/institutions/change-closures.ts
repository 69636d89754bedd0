import { askRecompute } from '../deadlines/recomputing/ask-recompute.ts'
import { closureCause } from '../deadlines/recomputing/cause-texts.ts'
import type { Services } from '../services.ts'
import type { Transaction } from '../db/database.ts'
import { changeHeld, type ChangeOutcome } from './change-institution.ts'
import type { Hand } from './hand.ts'
import { insertClosure, listClosures, removeClosureRow, type Closure } from './institution-record-queries.ts'
import { closureRecords } from './institution-records.ts'
import { institutionPermissions } from './institution-rights-rules.ts'

const roles = institutionPermissions['institutions.write']
const wordsOf = ({ fromOn, toOn }: Closure): string => `${fromOn}/${toOn}`

/** Only a closure that counts for the clocks can move what is open. */
async function recompute(tx: Transaction, institutionId: string, what: 'added' | 'removed', closure: Closure) {
  if (!closure.stopsClocks) return
  const { fromOn, toOn, reason } = closure
  await askRecompute(tx, { institutionId }, closureCause(what, fromOn, toOn, reason))
}

/** Days on which the institution is closed though the country is not. `closure.id` is the form's own number. */
export const addClosure = (services: Services, hand: Hand, id: string, closure: Closure): Promise<ChangeOutcome> =>
  changeHeld(services, { id, hand, roles, fromVersion: null }, async ({ tx, now }) => {
    if (!(await insertClosure(tx, id, closure, now))) return null
    const fields = [
      { field: 'closure', from: null, to: wordsOf(closure) },
      ...(closure.source ? [{ field: 'source', from: null, to: closure.source }] : []),
      ...(closure.stopsClocks ? [{ field: 'stops-clocks', from: null, to: 'clocks-skip-them' }] : []),
    ]
    const write = async () => {
      await recompute(tx, id, 'added', closure)
      return [{ kind: closureRecords, ids: [closure.id] }]
    }
    return { write, written: { change: 'closure-added', fields, reason: closure.reason } }
  })

/** It was entered by mistake, or called off. That it stood there stays on record. */
export const removeClosure = (services: Services, hand: Hand, id: string, closureId: string): Promise<ChangeOutcome> =>
  changeHeld(services, { id, hand, roles, fromVersion: null }, async ({ tx, now }) => {
    const removed = await removeClosureRow(tx, id, closureId, now)
    if (!removed) return null
    const fields = [{ field: 'closure', from: wordsOf(removed), to: null }]
    const write = async () => {
      await recompute(tx, id, 'removed', removed)
      return [{ kind: closureRecords, ids: [closureId], ended: { why: 'withdrawn' as const } }]
    }
    return { write, written: { change: 'closure-removed', fields } }
  })

/** Whether it is closed on a day, by its own closures alone. */
export const isClosedOn = async (db: Services['db'], institutionId: string, day: string): Promise<boolean> =>
  (await listClosures(db, institutionId)).some(({ fromOn, toOn }) => fromOn <= day && day <= toOn)
