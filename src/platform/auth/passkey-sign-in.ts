import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Transaction } from '../db/database.ts'
import { isTooMany, type Limit } from '../http/rate-limits.ts'
import type { Services } from '../services.ts'
import { levelOf, refusalToRaiseByPasskey } from './means-rules.ts'
import { newChallenge, wasAsked, type Asking } from './passkey-challenges.ts'
import { findPasskey, listPasskeys, usePasskey, type PasskeyKey } from './passkey-queries.ts'
import { readShownKey } from './passkey-response-rules.ts'
import { counterWentBack, relyingPartyOf, transportsOf } from './passkey-rules.ts'
import { findFactors } from './second-factor-queries.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import type { SessionGrant } from './session-cookie.ts'
import { closeSession, findSessionProof, setProved } from './session-queries.ts'
import { ownerOf, raiseSession, startSession } from './sessions.ts'
import type { StaffMember, Visitor } from './visitor.ts'

/** A key cannot be guessed; the limits only keep somebody from filling the table. A village may stand behind one address. */
const ASKED: Limit = { count: 120, minutes: 15 }

export type RequestOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>

/** What the browser needs so that a passkey is shown. `staff` null: whoever it is, the key says. */
export async function passkeyToShow(
  services: Services,
  staff: StaffMember | null,
  asked: { purpose: 'sign-in' | 'second-factor' | 'confirm'; browser: string; address: string },
): Promise<RequestOptions | null> {
  const party = relyingPartyOf(services.settings)
  if (party === null || (await isTooMany(services, 'passkey-address', asked.address, ASKED))) return null
  const known = staff === null ? [] : await listPasskeys(services.db, staff.accountId)
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: Buffer.from(await newChallenge(services, askingOf(staff, asked)), 'base64url'),
    allowCredentials: known.map((key) => ({ id: key.credentialId, transports: transportsOf(key.transports) })),
    userVerification: 'preferred',
  })
}

const askingOf = (staff: StaffMember | null, { purpose, browser }: Pick<Asking, 'purpose' | 'browser'>): Asking => ({
  purpose,
  browser,
  sessionId: staff?.sessionId ?? null,
})

type Shown = { browser: string; shown: string }
type Verified = { key: PasskeyKey & { demonstration: boolean }; userVerified: boolean; counter: number }

/** A key of ours that has signed what this browser was asked to, here and now; null for anything else. */
async function verified(services: Services, asking: Asking, shown: string): Promise<Verified | null> {
  const party = relyingPartyOf(services.settings)
  const response = readShownKey(shown)
  if (party === null || response === null) return null
  const key = await findPasskey(services.db, response.id)
  if (key === null || (key.demonstration && !services.settings.demo)) return null
  const answer = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => wasAsked(services, challenge, asking),
    expectedOrigin: [...party.origins],
    expectedRPID: party.id,
    // Its count is ours to judge, in the transaction that writes it.
    credential: { id: response.id, publicKey: new Uint8Array(key.publicKey), counter: 0 },
    requireUserVerification: false,
  }).catch((error: unknown) => {
    services.log.info({ err: error }, 'a passkey was not accepted')
    return null
  })
  if (!answer?.verified) return null
  const { userVerified, newCounter } = answer.authenticationInfo
  return { key, userVerified, counter: newCounter }
}

/** False when there is a copy of the key: nobody gets in with either, and its holder can read of it. */
async function countUse(tx: Transaction, { key, counter }: Verified, now: Date): Promise<boolean> {
  const back = counterWentBack(key.counter, counter)
  if (!back && (await usePasskey(tx, key.id, counter, now))) return true
  const event = { at: now, accountId: key.accountId, kind: 'passkey-refused', details: 'copied-key' } as const
  await insertSecurityEvent(tx, event)
  return false
}

export type PasskeySignIn =
  | { kind: 'signed-in'; grant: SessionGrant; next: 'done' | 'second-factor' }
  | { kind: 'refused'; reason: 'not-shown' | 'copied-key' | 'code-needed' }

/**
 * With a PIN, finger or face a passkey is two factors and opens level 2. Without, it is one: the application or a
 * recovery code is still asked for, and who has neither begins with the mailed code.
 */
export async function signInWithPasskey(
  services: Services,
  { browser, shown, agent, before }: Shown & { agent: string; before: Visitor | null },
): Promise<PasskeySignIn> {
  const asking: Asking = { purpose: 'sign-in', browser, sessionId: null }
  const proof = await verified(services, asking, shown)
  if (proof === null) return refusedFor('not-shown')
  const now = services.clock.now()
  const { accountId } = proof.key
  const level = levelOf({ means: 'passkey', userVerified: proof.userVerified })
  return services.db.begin(async (tx): Promise<PasskeySignIn> => {
    if (!(await countUse(tx, proof, now))) return refusedFor('copied-key')
    const { totp, recoveryCodes } = await findFactors(tx, accountId)
    if (level === 1 && !totp && recoveryCodes === 0) return refusedFor('code-needed')
    if (before) await closeSession(tx, ownerOf(before), before.sessionId, now)
    await insertSecurityEvent(tx, { at: now, kind: 'signed-in', accountId, details: 'passkey' })
    const grant = await startSession(tx, { owner: { accountId }, level, agent, means: 'passkey' }, now)
    return { kind: 'signed-in', grant, next: level === 2 ? 'done' : 'second-factor' }
  })
}

const refusedFor = <Reason extends string>(reason: Reason) => ({ kind: 'refused' as const, reason })

export type PasskeyFactor =
  { kind: 'accepted'; grant: SessionGrant } | { kind: 'refused'; reason: 'not-shown' | 'copied-key' | 'same-factor' }

/** Level 2 for a session of level 1, under a new token. */
export async function verifyPasskeyFactor(
  services: Services,
  staff: StaffMember,
  { browser, shown }: Shown,
): Promise<PasskeyFactor> {
  const proof = await verified(services, askingOf(staff, { purpose: 'second-factor', browser }), shown)
  if (proof?.key.accountId !== staff.accountId) return refusedFor('not-shown')
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<PasskeyFactor> => {
    if (!(await countUse(tx, proof, now))) return refusedFor('copied-key')
    const first = await findSessionProof(tx, staff.sessionId)
    const refusal = refusalToRaiseByPasskey(first?.means ?? 'passkey', proof.userVerified)
    if (refusal) return refusedFor(refusal)
    const grant = await raiseSession(tx, staff, 'passkey', now)
    await insertSecurityEvent(tx, { at: now, accountId: staff.accountId, kind: 'signed-in', details: 'passkey' })
    return { kind: 'accepted', grant }
  })
}

/** For the deeds that ask for a fresh proof. */
export async function proveByPasskey(
  services: Services,
  staff: StaffMember,
  { browser, shown }: Shown,
): Promise<{ kind: 'proved' } | { kind: 'refused'; reason: 'not-shown' | 'copied-key' }> {
  const proof = await verified(services, askingOf(staff, { purpose: 'confirm', browser }), shown)
  if (proof?.key.accountId !== staff.accountId) return refusedFor('not-shown')
  const now = services.clock.now()
  return services.db.begin(async (tx) => {
    if (!(await countUse(tx, proof, now))) return refusedFor('copied-key')
    await setProved(tx, staff.sessionId, now)
    await insertSecurityEvent(tx, { at: now, accountId: staff.accountId, kind: 'proof-given', details: 'passkey' })
    return { kind: 'proved' as const }
  })
}
