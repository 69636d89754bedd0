import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import {
  findHeldRole,
  insertAccount,
  insertRole,
  listHeldRoles,
  lockAccount,
  setAccountEnded,
  setRoleEnded,
  type HeldRole,
  type NewAccount,
} from './account-queries.ts'
import {
  refusalToAddAccount,
  refusalToEndAccount,
  refusalToGrant,
  type Authority,
  type GrantRefusal,
} from './account-rules.ts'
import { deleteFactor } from './second-factor-queries.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import { closeSessions } from './session-queries.ts'
import type { RoleGrant } from './visitor.ts'

type Needs = Pick<Services, 'db' | 'clock'>
type Refusal<Reason extends string = never> = { kind: 'refused'; reason: GrantRefusal | Reason }

const byOf = (by: Authority): string | null => (by === 'command-line' ? null : by.accountId)
const refusedFor = <Reason extends string>(reason: Reason) => ({ kind: 'refused' as const, reason })

/** The e-mail is one that `readEmail` gave back. A new account has no role and opens nothing. */
export async function addAccount(
  { db, clock }: Needs,
  by: Authority,
  account: NewAccount,
): Promise<{ kind: 'added'; id: string } | Refusal<'email-taken'>> {
  const refusal = refusalToAddAccount(by)
  if (refusal) return refusedFor(refusal)
  const now = clock.now()
  return db.begin(async (tx) => {
    const id = await insertAccount(tx, account, now)
    if (id === null) return refusedFor('email-taken' as const)
    await insertSecurityEvent(tx, { at: now, kind: 'account-added', accountId: id, byAccountId: byOf(by) })
    return { kind: 'added' as const, id }
  })
}

/** Granting a role twice grants it once. */
export async function grantRole(
  { db, clock }: Needs,
  by: Authority,
  accountId: string,
  grant: RoleGrant,
): Promise<{ kind: 'granted' | 'already-held' } | Refusal<'no-such-account'>> {
  const refusal = refusalToGrant(by, grant)
  if (refusal) return refusedFor(refusal)
  const now = clock.now()
  return db.begin(async (tx) => {
    if (!(await lockAccount(tx, accountId))) return refusedFor('no-such-account' as const)
    const inserted = await insertRole(tx, accountId, grant.role, grant.institutionId, now)
    if (!inserted) return { kind: 'already-held' as const }
    await recordRole(tx, by, 'role-granted', { ...grant, accountId }, now)
    return { kind: 'granted' as const }
  })
}

/** Counts from the next request on, for roles are read with the session. */
export async function endRole(
  { db, clock }: Needs,
  by: Authority,
  roleId: string,
): Promise<{ kind: 'ended' } | Refusal<'no-such-role'>> {
  const now = clock.now()
  return db.begin(async (tx) => {
    const held = await findHeldRole(tx, roleId)
    if (!held) return refusedFor('no-such-role' as const)
    const refusal = refusalToGrant(by, held)
    if (refusal) return refusedFor(refusal)
    await takeRole(tx, by, held, now)
    return { kind: 'ended' as const }
  })
}

async function takeRole(tx: Transaction, by: Authority, held: HeldRole, now: Date): Promise<void> {
  await setRoleEnded(tx, held.id, now)
  await recordRole(tx, by, 'role-ended', held, now)
}

async function recordRole(
  tx: Transaction,
  by: Authority,
  kind: 'role-granted' | 'role-ended',
  { accountId, role, institutionId }: RoleGrant & { accountId: string },
  now: Date,
): Promise<void> {
  await insertSecurityEvent(tx, { at: now, kind, accountId, byAccountId: byOf(by), institutionId, details: role })
}

/** Takes every role, ends every session, and lets nobody sign in with the account again. Its deeds keep its name. */
export async function endAccount(
  { db, clock }: Needs,
  by: Authority,
  accountId: string,
): Promise<{ kind: 'ended' } | Refusal<'no-such-account'>> {
  const now = clock.now()
  return db.begin(async (tx) => {
    if (!(await lockAccount(tx, accountId))) return refusedFor('no-such-account' as const)
    const held = await listHeldRoles(tx, accountId)
    const refusal = refusalToEndAccount(by, held)
    if (refusal) return refusedFor(refusal)
    for (const role of held) await takeRole(tx, by, role, now)
    await setAccountEnded(tx, accountId, now)
    await putOut(tx, by, accountId, 'account-ended', now)
    return { kind: 'ended' as const }
  })
}

/** For somebody whose telephone is lost: the next mailed code leads to a new set-up. To be done face to face. */
export async function removeSecondFactor(
  { db, clock }: Needs,
  by: Authority,
  accountId: string,
): Promise<{ kind: 'removed' } | Refusal<'no-such-account'>> {
  const now = clock.now()
  return db.begin(async (tx) => {
    if (!(await lockAccount(tx, accountId))) return refusedFor('no-such-account' as const)
    const refusal = refusalToEndAccount(by, await listHeldRoles(tx, accountId))
    if (refusal) return refusedFor(refusal)
    await deleteFactor(tx, accountId)
    await putOut(tx, by, accountId, 'second-factor-removed', now)
    return { kind: 'removed' as const }
  })
}

async function putOut(tx: Transaction, by: Authority, accountId: string, details: string, now: Date): Promise<void> {
  await closeSessions(tx, { accountId }, null, now)
  const event = { at: now, accountId, byAccountId: byOf(by), details }
  await insertSecurityEvent(tx, { ...event, kind: 'session-ended' })
}
