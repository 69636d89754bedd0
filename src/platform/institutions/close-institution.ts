import type { Transaction } from '../db/database.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { civilDateIn } from '../time/civil-date.ts'
import { changeHeld, type ChangeOutcome, type Held } from './change-institution.ts'
import { changedBy, type Hand } from './hand.ts'
import {
  closeInstitutionRow,
  holdInstitution,
  insertSuccessor,
  listInstitutionNames,
  listSuccessions,
  type InstitutionRecord,
} from './institution-record-queries.ts'
import { institutionRecords } from './institution-records.ts'
import { institutionPermissions } from './institution-rights-rules.ts'
import { refusalToClose, type ClosingRefusal } from './institution-rules.ts'

export type Closing = {
  on: string
  /** The act by which it ended, in words that everybody reads. */
  reason: string
  /** Who takes its tasks over: one where it was merged, several where it was divided, none where it simply ended. */
  successorIds: readonly string[]
}

/** From that day it takes no new matter. Its records stay where they are; its page says who came after it. */
export const closeInstitution = (
  services: Services,
  hand: Hand,
  id: string,
  { on, reason, successorIds }: Closing,
  fromVersion: number,
): Promise<ChangeOutcome<ClosingRefusal | 'no-such-successor'>> =>
  changeHeld<ClosingRefusal | 'no-such-successor'>(
    services,
    { id, hand, roles: institutionPermissions['institutions.found'], fromVersion },
    async (held) => {
      const { tx, institution, now } = held
      const successors = await findAll(tx, successorIds)
      if (successors === null) return { kind: 'refused', refusal: 'no-such-successor' }
      if (institution.closedOn === on && institution.closedReason === reason) {
        const known = (await listSuccessions(tx, 'sq', id)).filter((one) => one.kind === 'successor')
        if (known.length === successors.length) return null
      }
      const oldestName = (await listInstitutionNames(tx, id)).at(-1)?.validFrom ?? '1900-01-01'
      const today = civilDateIn(institution.zone, now)
      const refusal = refusalToClose({ ...institution, oldestName }, { on, today, successors })
      if (refusal) return { kind: 'refused', refusal }
      return {
        write: async () => {
          await closeInstitutionRow(tx, id, on, reason, now)
          for (const successor of successors) await follow(held, hand, successor, { on, reason })
          return [{ kind: institutionRecords, ids: [id, ...successors.map((one) => one.id)] }]
        },
        written: {
          change: successors.length > 0 ? 'merged' : 'closed',
          reason,
          fields: [
            { field: 'closed-on', from: null, to: on },
            ...successors.map(({ name }) => ({ field: 'successor', from: null, to: name })),
          ],
        },
      }
    },
  )

/** Put on record with the successor too: its page says whom it came after. */
async function follow(
  { tx, institution, now }: Held,
  hand: Hand,
  successor: InstitutionRecord,
  { on, reason }: { on: string; reason: string },
): Promise<void> {
  await insertSuccessor(tx, { predecessorId: institution.id, successorId: successor.id, since: on, reason })
  const subject = `institutions.institution:${successor.id}`
  const fields = [{ field: 'predecessor', from: null, to: institution.name }]
  const change = { institutionId: successor.id, subject, kind: 'succeeded', by: changedBy(hand), at: now }
  await recordChange(tx, { ...change, fields, reason })
}

async function findAll(tx: Transaction, ids: readonly string[]): Promise<InstitutionRecord[] | null> {
  const found: InstitutionRecord[] = []
  // Held in one order: their pages will say whom they came after.
  for (const id of [...new Set(ids)].toSorted()) {
    const one = await holdInstitution(tx, id)
    if (!one) return null
    found.push(one)
  }
  return found
}
