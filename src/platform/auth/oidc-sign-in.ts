import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { levelOf, opensOffice } from './means-rules.ts'
import {
  findIdentityAccount,
  insertIdentity,
  lockIdentity,
  setIdentityUsed,
  type Identity,
  type Provider,
} from './oidc-queries.ts'
import type { Claims } from './oidc-rules.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import type { SessionGrant } from './session-cookie.ts'
import { closeSession, setProved, type Owner } from './session-queries.ts'
import { ownerOf, startSession } from './sessions.ts'
import { confirmContact, findSignInAccount } from './sign-in-queries.ts'
import type { StaffMember, Visitor } from './visitor.ts'

export type IdentitySignIn =
  | { kind: 'signed-in'; grant: SessionGrant; next: 'done' | 'second-factor' | 'first-second-factor' }
  /** `link-first`: nobody is known by this identity, and the address alone is not enough to say who it is. */
  | { kind: 'refused'; reason: 'link-first' | 'no-entry' }

type Who = { agent: string; lang: Lang; before: Visitor | null }

/**
 * Who is linked comes in. Who is not becomes the citizen of an address that the provider has verified; never an official,
 * however sure the provider is of the address: an account is linked by its holder, from inside.
 */
export async function signInWithIdentity(
  services: Services,
  provider: Provider,
  claims: Claims,
  who: Who,
): Promise<IdentitySignIn> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<IdentitySignIn> => {
    const identity = await lockIdentity(tx, provider.id, claims.subject)
    if (identity === null) return becomeCitizen(tx, provider, claims, who, now)
    await setIdentityUsed(tx, identity.id, now)
    const { contactId } = identity
    if (contactId === null) return enterAccount(tx, services, { provider, claims, who, identity, now })
    return { kind: 'signed-in', grant: await open(tx, { contactId }, 1, { provider, claims, who, now }), next: 'done' }
  })
}

type Entry = { provider: Provider; claims: Claims; who: Who; now: Date }

async function open(tx: Transaction, owner: Owner, level: 1 | 2, { provider, claims, who, now }: Entry) {
  const { before, agent } = who
  if (before) await closeSession(tx, ownerOf(before), before.sessionId, now)
  const identity = { providerId: provider.id, assurance: claims.assurance }
  return startSession(tx, { owner, level, agent, means: 'oidc', identity }, now)
}

async function enterAccount(
  tx: Transaction,
  { settings }: Services,
  entry: Entry & { identity: Identity },
): Promise<IdentitySignIn> {
  const accountId = entry.identity.accountId ?? ''
  const account = await findIdentityAccount(tx, accountId)
  if (account === null || (account.demonstration && !settings.demo)) return { kind: 'refused', reason: 'no-entry' }
  const { assurance } = entry.claims
  const level = levelOf({ means: 'oidc', assurance, officeFrom: entry.provider.officeFrom })
  const grant = await open(tx, { accountId }, level, entry)
  await insertSecurityEvent(tx, { at: entry.now, kind: 'signed-in', accountId, details: `oidc-${assurance}` })
  if (level === 2) return { kind: 'signed-in', grant, next: 'done' }
  return { kind: 'signed-in', grant, next: account.hasSecondFactor ? 'second-factor' : 'first-second-factor' }
}

async function becomeCitizen(
  tx: Transaction,
  provider: Provider,
  claims: Claims,
  who: Who,
  now: Date,
): Promise<IdentitySignIn> {
  const { email, subject, label } = claims
  if (email === null || (await findSignInAccount(tx, email)) !== null) return { kind: 'refused', reason: 'link-first' }
  const owner = { contactId: await confirmContact(tx, email, who.lang, now) }
  await insertIdentity(tx, { providerId: provider.id, subject, owner, label }, now)
  return { kind: 'signed-in', grant: await open(tx, owner, 1, { provider, claims, who, now }), next: 'done' }
}

/** For the deeds that ask for a fresh proof: the same identity, and as sure as the office asks of it. */
export async function proveByIdentity(
  { db, clock }: Services,
  staff: StaffMember,
  provider: Provider,
  claims: Claims,
): Promise<boolean> {
  const now = clock.now()
  if (!opensOffice(claims.assurance, provider.officeFrom)) return false
  return db.begin(async (tx) => {
    const identity = await lockIdentity(tx, provider.id, claims.subject)
    if (identity?.accountId !== staff.accountId) return false
    await setProved(tx, staff.sessionId, now)
    const details = `oidc-${claims.assurance}`
    await insertSecurityEvent(tx, { at: now, accountId: staff.accountId, kind: 'proof-given', details })
    return true
  })
}
