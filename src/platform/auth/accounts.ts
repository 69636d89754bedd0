import type { Transaction } from '../db/database.ts'
import type { Door } from '../door.ts'
import { changedFields } from '../history/change-rules.ts'
import type { Services } from '../services.ts'
import {
  findHeldRole,
  insertAccount,
  listAllRoles,
  listHeldRoles,
  lockAccount,
  setAccountEnded,
  setAccountWords,
  type HeldRole,
  type NewAccount,
} from './account-queries.ts'
import {
  refusalToAddAccount,
  refusalToEndAccount,
  refusalToGrant,
  refusalToGrantOneself,
  type Authority,
  type GrantRefusal,
} from './account-rules.ts'
import { closeInvitation } from './invitation-queries.ts'
import { accountOf, notePerson } from './note-person.ts'
import { proposeRole } from './proposals.ts'
import { giveRole, refusalOfLast, takeRole, type LastHolder, type RoleOrder } from './roles.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import { closeSessions } from './session-queries.ts'
import { endSubstitutionsOf } from './substitution-queries.ts'

type Needs = Pick<Services, 'db' | 'clock'>
type Refusal<Reason extends string = never> = { kind: 'refused'; reason: GrantRefusal | Reason }

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
    await notePerson(tx, by, { at: now, kind: 'account-added', accountId: id })
    return { kind: 'added' as const, id }
  })
}

/**
 * Granting a role twice grants it once. `proposed`: the institution wants two people for it, and a second one has to
 * confirm.
 */
export async function grantRole(
  { db, clock }: Needs,
  by: Authority,
  accountId: string,
  order: RoleOrder & { formId?: string },
): Promise<{ kind: 'granted' | 'already-held' | 'proposed' } | Refusal<'no-such-account'>> {
  const refusal = refusalToGrant(by, order) ?? refusalToGrantOneself(by, accountId, order.institutionId)
  if (refusal) return refusedFor(refusal)
  const now = clock.now()
  return db.begin(async (tx) => {
    if (!(await lockAccount(tx, accountId))) return refusedFor('no-such-account' as const)
    if (await proposeRole(tx, by, accountId, order, now)) return { kind: 'proposed' as const }
    return { kind: (await giveRole(tx, by, accountId, order, now)) ? ('granted' as const) : ('already-held' as const) }
  })
}

/** Counts from the next request on, for roles are read with the session; or from a later moment. */
export async function endRole(
  { db, clock }: Needs,
  by: Authority,
  roleId: string,
  at: Date | null = null,
): Promise<{ kind: 'ended' } | Refusal<'no-such-role' | LastHolder>> {
  const now = clock.now()
  return db.begin(async (tx) => {
    const held = await findHeldRole(tx, roleId, now)
    if (!held) return refusedFor('no-such-role' as const)
    const refusal = refusalToGrant(by, held) ?? (await refusalOfLast(tx, held, now))
    if (refusal) return refusedFor(refusal)
    await takeRole(tx, by, held, at !== null && at > now ? at : now, now)
    return { kind: 'ended' as const }
  })
}

type Words = { name: string; post: string | null }

/** `before` is what the form showed: whoever changed it meanwhile is not written over. */
export async function changeAccount(
  { db, clock }: Needs,
  by: Authority,
  accountId: string,
  words: Words,
  before: Words,
): Promise<{ kind: 'changed' } | { kind: 'changed-meanwhile'; now: Words } | Refusal<'no-such-account'>> {
  const now = clock.now()
  return db.begin(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) return refusedFor('no-such-account' as const)
    const refusal = refusalToEndAccount(by, await managedRoles(tx, accountId, now))
    if (refusal) return refusedFor(refusal)
    const { name, post } = account
    const fields = changedFields({ name, post }, words)
    if (fields.length === 0) return { kind: 'changed' as const }
    if (name !== before.name || post !== before.post) return { kind: 'changed-meanwhile' as const, now: { name, post } }
    await setAccountWords(tx, accountId, words.name, words.post)
    await notePerson(tx, by, { at: now, kind: 'account-changed', accountId, fields })
    return { kind: 'changed' as const }
  })
}

/** Whoever holds nothing any more still belongs to those who managed them. */
export async function managedRoles(tx: Transaction, accountId: string, now: Date): Promise<HeldRole[]> {
  const held = await listHeldRoles(tx, accountId, now)
  return held.length > 0 ? held : listAllRoles(tx, accountId)
}

/** To whom the open work goes, and the doors whose work it is. */
export type Successor = { services: Services; doors: readonly Door[]; accountId: string }

export type EndOutcome =
  { kind: 'ended'; handedOver: number } | Refusal<'no-such-account' | 'no-such-successor' | 'own-account' | LastHolder>

/**
 * Takes every role, ends every session, hands the open work to a successor, and lets nobody sign in with the account
 * again. Its deeds keep its name.
 */
export async function endAccount(
  { db, clock }: Needs,
  by: Authority,
  accountId: string,
  successor: Successor | null = null,
): Promise<EndOutcome> {
  const now = clock.now()
  if (accountOf(by) === accountId) return refusedFor('own-account')
  return db.begin(async (tx): Promise<EndOutcome> => {
    if (!(await lockAccount(tx, accountId))) return refusedFor('no-such-account')
    const held = await listHeldRoles(tx, accountId, now)
    const refusal = refusalToEndAccount(by, held.length > 0 ? held : await listAllRoles(tx, accountId))
    if (refusal) return refusedFor(refusal)
    for (const role of held) {
      const last = await refusalOfLast(tx, role, now)
      if (last) return refusedFor(last)
    }
    if (successor && !(await mayTakeOver(tx, accountId, successor.accountId, held, now))) {
      return refusedFor('no-such-successor')
    }
    const handedOver = successor ? await handOver(tx, by, accountId, successor, now) : 0
    for (const role of held) await takeRole(tx, by, role, now, now)
    await close(tx, by, accountId, held, now)
    return { kind: 'ended', handedOver }
  })
}

/** Somebody else, with a role in one of the same institutions. */
async function mayTakeOver(
  tx: Transaction,
  from: string,
  to: string,
  held: readonly HeldRole[],
  now: Date,
): Promise<boolean> {
  if (from === to || !(await lockAccount(tx, to))) return false
  const theirs = await listHeldRoles(tx, to, now)
  const places = new Set(held.map(({ institutionId }) => institutionId))
  return places.size === 0 || theirs.some(({ institutionId }) => places.has(institutionId))
}

async function handOver(
  tx: Transaction,
  by: Authority,
  from: string,
  { services, doors, accountId: to }: Successor,
  at: Date,
): Promise<number> {
  let count = 0
  for (const door of doors) {
    count += (await door.handOver?.(tx, services, { from, to, byAccountId: accountOf(by) ?? to, at })) ?? 0
  }
  if (count > 0) {
    await notePerson(tx, by, { at, kind: 'work-handed-over', accountId: to, details: 'received' })
    await notePerson(tx, by, { at, kind: 'work-handed-over', accountId: from, details: 'given' })
  }
  return count
}

async function close(
  tx: Transaction,
  by: Authority,
  accountId: string,
  held: readonly HeldRole[],
  now: Date,
): Promise<void> {
  await endSubstitutionsOf(tx, accountId, now)
  await closeInvitation(tx, accountId, now)
  await setAccountEnded(tx, accountId, now)
  await closeSessions(tx, { accountId }, null, now)
  await insertSecurityEvent(tx, {
    at: now,
    kind: 'session-ended',
    accountId,
    byAccountId: accountOf(by),
    details: 'account-ended',
  })
  const [first = null] = new Set(held.map(({ institutionId }) => institutionId))
  await notePerson(tx, by, { at: now, kind: 'account-ended', accountId, institutionId: first })
}
