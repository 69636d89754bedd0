import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { lockAccount } from './account-queries.ts'
import { newChallenge, wasAsked, type Asking } from './passkey-challenges.ts'
import { deletePasskey, insertPasskey, listPasskeys, type NewPasskey } from './passkey-queries.ts'
import { readCreatedKey, type CreatedKey } from './passkey-response-rules.ts'
import { MOST_PASSKEYS, refusalToRemovePasskey, relyingPartyOf, transportsOf } from './passkey-rules.ts'
import { findFactors } from './second-factor-queries.ts'
import { refusalToSetUp } from './second-factor-rules.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import type { SessionGrant } from './session-cookie.ts'
import { closeSessions } from './session-queries.ts'
import { raiseSession } from './sessions.ts'
import { tellOfMeans } from './tell-of-means.ts'
import type { StaffMember } from './visitor.ts'

export type RegistrationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>

/** Ed25519, ES256, RS256 (RFC 9053, 8812): between them every key that is sold. */
const ALGORITHMS = [-8, -7, -257]

const askingOf = (staff: StaffMember, browser: string): Asking => ({
  purpose: 'register',
  browser,
  sessionId: staff.sessionId,
})

/** What the browser needs to make a passkey. Null: this sign-in may not, or there is no name that passkeys could know. */
export async function passkeyToMake(
  services: Services,
  staff: StaffMember,
  browser: string,
): Promise<RegistrationOptions | null> {
  const party = relyingPartyOf(services.settings)
  if (party === null || (await refusalToAdd(services.db, staff))) return null
  const known = await listPasskeys(services.db, staff.accountId)
  return generateRegistrationOptions({
    rpName: 'Kuvend',
    rpID: party.id,
    userName: staff.email,
    userDisplayName: staff.name,
    userID: Buffer.from(staff.accountId),
    challenge: Buffer.from(await newChallenge(services, askingOf(staff, browser)), 'base64url'),
    excludeCredentials: known.map((key) => ({ id: key.credentialId, transports: transportsOf(key.transports) })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
}

async function refusalToAdd(db: Transaction | Services['db'], staff: StaffMember) {
  const { totp, passkeys } = await findFactors(db, staff.accountId)
  if (passkeys >= MOST_PASSKEYS) return 'too-many-keys' as const
  return refusalToSetUp(staff.level, totp || passkeys > 0)
}

export type AddPasskeyOutcome =
  /** `grant` null: the session stood at level 2 before. */
  | { kind: 'added'; grant: SessionGrant | null }
  | { kind: 'refused'; reason: 'not-made' | 'known-key' | 'too-many-keys' | 'second-factor-needed' }

/** As with the application: a mailed code alone may set up the very first second factor, and none besides. */
export async function addPasskey(
  services: Services,
  staff: StaffMember,
  { browser, made, name, lang }: { browser: string; made: string; name: string; lang: Lang },
): Promise<AddPasskeyOutcome> {
  const now = services.clock.now()
  const key = await verified(services, staff, browser, readCreatedKey(made))
  if (key === null) return refusedFor('not-made')
  const { accountId, email, level, sessionId } = staff
  return services.db.begin(async (tx): Promise<AddPasskeyOutcome> => {
    await lockAccount(tx, accountId)
    const refusal = await refusalToAdd(tx, staff)
    if (refusal) return refusedFor(refusal)
    const id = await insertPasskey(tx, { ...key, accountId, name, createdAt: now })
    if (id === null) return refusedFor('known-key')
    const grant = level === 1 ? await raiseSession(tx, staff, 'passkey', now) : null
    if (grant) await closeSessions(tx, { accountId }, sessionId, now)
    await insertSecurityEvent(tx, { at: now, kind: 'passkey-added', accountId })
    await tellOfMeans(tx, services, { email, lang }, { kind: 'passkey-added', name })
    return { kind: 'added', grant }
  })
}

const refusedFor = <Reason extends string>(reason: Reason) => ({ kind: 'refused' as const, reason })

type MadeKey = Omit<NewPasskey, 'accountId' | 'name' | 'createdAt'>

/** Null when the key did not sign what this browser was asked to, here and now. */
async function verified(
  services: Services,
  staff: StaffMember,
  browser: string,
  made: CreatedKey | null,
): Promise<MadeKey | null> {
  const party = relyingPartyOf(services.settings)
  if (made === null || party === null) return null
  const answer = await verifyRegistrationResponse({
    response: made,
    expectedChallenge: (challenge) => wasAsked(services, challenge, askingOf(staff, browser)),
    expectedOrigin: [...party.origins],
    expectedRPID: party.id,
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: false,
  }).catch((error: unknown) => {
    services.log.info({ err: error }, 'a passkey was not accepted')
    return null
  })
  if (!answer?.verified) return null
  const { credential, credentialBackedUp } = answer.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: made.response.transports,
    synced: credentialBackedUp,
  }
}

export type RemovePasskeyOutcome = { kind: 'removed' } | { kind: 'refused'; reason: 'no-such-key' | 'last-factor' }

/** Whether its holder has shown lately who they are is asked before. */
export async function removePasskey(
  services: Services,
  staff: StaffMember,
  id: string,
  lang: Lang,
): Promise<RemovePasskeyOutcome> {
  const now = services.clock.now()
  const { accountId, email } = staff
  return services.db.begin(async (tx): Promise<RemovePasskeyOutcome> => {
    await lockAccount(tx, accountId)
    const { totp, passkeys } = await findFactors(tx, accountId)
    const keys = await listPasskeys(tx, accountId)
    if (!keys.some((key) => key.id === id)) return refusedFor('no-such-key')
    const refusal = refusalToRemovePasskey(passkeys - 1, totp)
    if (refusal) return refusedFor(refusal)
    const name = (await deletePasskey(tx, accountId, id)) ?? ''
    await insertSecurityEvent(tx, { at: now, kind: 'passkey-removed', accountId })
    await tellOfMeans(tx, services, { email, lang }, { kind: 'passkey-removed', name })
    return { kind: 'removed' }
  })
}
