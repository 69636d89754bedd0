import type { Transaction } from '../db/database.ts'
import type { FieldChange } from '../history/change-rules.ts'
import { deleteRole, insertRole, isClosed, lockHolders, setRoleEnded, type HeldRole } from './account-queries.ts'
import { isKeeper, type Authority } from './account-rules.ts'
import { notePerson } from './note-person.ts'
import type { RoleGrant } from './visitor.ts'

/** A right as it is given: in one body when `bodyId` is there, from and until moments where they are named. */
export type RoleOrder = RoleGrant & { bodyId?: string | null; from?: Date; to?: Date | null }

/** False when the account holds it in some of that time already. The account is locked by who asks. */
export async function giveRole(
  tx: Transaction,
  by: Authority,
  accountId: string,
  order: RoleOrder,
  now: Date,
): Promise<boolean> {
  const { role, institutionId, bodyId = null, to = null } = order
  const from = order.from && order.from > now ? order.from : now
  if (!(await insertRole(tx, { accountId, role, institutionId, bodyId, from, to }))) return false
  const fields = roleFields(role, from > now ? from : null, to)
  await notePerson(tx, by, { at: now, kind: 'role-granted', accountId, institutionId, details: role, fields })
  return true
}

const roleFields = (role: string, from: Date | null, to: Date | null): FieldChange[] => [
  { field: 'role', from: null, to: role },
  ...(from ? [{ field: 'from', from: null, to: from.toISOString() }] : []),
  ...(to ? [{ field: 'to', from: null, to: to.toISOString() }] : []),
]

export type LastHolder = 'last-operator' | 'last-administrator'

/** Why this role may not end: without its last holder nobody could let anybody in any more. */
export async function refusalOfLast(tx: Transaction, held: HeldRole, now: Date): Promise<LastHolder | null> {
  if (!isKeeper(held) || held.validFrom > now) return null
  const { role, institutionId } = held
  if (institutionId !== null && (await isClosed(tx, institutionId))) return null
  const holders = await lockHolders(tx, role, institutionId, now)
  const isLast = holders.includes(held.accountId) && holders.every((holder) => holder === held.accountId)
  return isLast ? (role === 'operator' ? 'last-operator' : 'last-administrator') : null
}

/** Ends a role now, or at a later moment. One that has not begun by then goes as if it had not been promised. */
export async function takeRole(tx: Transaction, by: Authority, held: HeldRole, at: Date, now: Date): Promise<void> {
  if (held.validFrom >= at && held.validFrom > now) await deleteRole(tx, held.id)
  else await setRoleEnded(tx, held.id, at)
  const { accountId, role, institutionId } = held
  const fields = [
    { field: 'role', from: role, to: null },
    ...(at > now ? [{ field: 'to', from: held.validTo?.toISOString() ?? null, to: at.toISOString() }] : []),
  ]
  await notePerson(tx, by, { at: now, kind: 'role-ended', accountId, institutionId, details: role, fields })
}
