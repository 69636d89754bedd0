import type { Transaction } from '../db/database.ts'
import type { Authority } from './account-rules.ts'
import { notePerson } from './note-person.ts'
import { insertSubstitution, type NewSubstitution } from './substitution-queries.ts'

/** Both of them read it in what happened to their account. */
export async function writeSubstitution(
  tx: Transaction,
  by: Authority,
  order: NewSubstitution,
  now: Date,
): Promise<void> {
  if (!(await insertSubstitution(tx, order))) return
  const { institutionId, startsOn, endsOn } = order
  const fields = [
    { field: 'from', from: null, to: startsOn },
    { field: 'to', from: null, to: endsOn },
  ]
  const note = { at: now, kind: 'substituted', institutionId, fields } as const
  await notePerson(tx, by, { ...note, accountId: order.absentId, details: 'absent' })
  await notePerson(tx, by, { ...note, accountId: order.substituteId, details: 'substitute' })
}
