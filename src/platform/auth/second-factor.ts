import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding'
import { createTOTPKeyURI } from '@oslojs/otp'
import { randomBytes } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { lockAccount } from './account-queries.ts'
import { keyFor, seal, unseal } from './sealed.ts'
import { findFactors, hasConfirmedFactor, setFactor } from './second-factor-queries.ts'
import { DIGITS, refusalToSetUp, STEP_SECONDS, stepOf } from './second-factor-rules.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import type { SessionGrant } from './session-cookie.ts'
import { closeSessions } from './session-queries.ts'
import { raiseSession } from './sessions.ts'
import { totpKeyAtRest, withTotp, type TotpRefusal } from './totp.ts'
import type { StaffMember } from './visitor.ts'

/** RFC 4226, 4: a shared secret of 160 bits. */
const SECRET_BYTES = 20

export type SecondFactorOutcome = { kind: 'accepted'; grant: SessionGrant } | { kind: 'refused'; reason: TotpRefusal }

/** Level 2 for a session of level 1, under a new token. */
export async function verifySecondFactor(
  services: Services,
  staff: StaffMember,
  code: string,
  address = '',
): Promise<SecondFactorOutcome> {
  const enter = async (tx: Transaction, now: Date) => {
    const grant = await raiseSession(tx, staff, 'totp', now)
    await insertSecurityEvent(tx, { at: now, accountId: staff.accountId, kind: 'signed-in', details: 'totp' })
    return grant
  }
  const shown = await withTotp(services, staff, code, enter, address)
  return shown.kind === 'accepted' ? { kind: 'accepted', grant: shown.value } : shown
}

const refusedFor = <Reason extends string>(reason: Reason) => ({ kind: 'refused' as const, reason })

/** What an authenticator application is given. */
export type Enrolment = {
  secret: Uint8Array
  /** The secret as only we can read it, for the form: nothing is kept until a code has confirmed it. */
  sealed: string
  /** In groups of four, for typing by hand. */
  groups: string
  /** For the QR code. */
  uri: string
  /** Made just now, not read back from the form. */
  fresh: boolean
  /** Another one is in use until this one is confirmed. */
  replaces: boolean
}

/**
 * A secret for the page that sets the factor up: the one its form brought back, so that a mistyped code does not mean
 * scanning again, else a new one. Null when this sign-in may not set one up.
 */
export async function prepareEnrolment(
  services: Services,
  staff: StaffMember,
  sealed: string | null = null,
): Promise<Enrolment | null> {
  const factors = await findFactors(services.db, staff.accountId)
  const replaces = factors.totp
  if (refusalToSetUp(staff.level, replaces || factors.passkeys > 0)) return null
  const key = keyFor(services.settings, 'second factor in a form')
  const brought = sealed === null ? null : unseal(key, staff.sessionId, Buffer.from(sealed, 'base64url'))
  const secret = brought ?? randomBytes(SECRET_BYTES)
  const words = encodeBase32UpperCaseNoPadding(secret)
  return {
    secret,
    sealed: brought && sealed ? sealed : seal(key, staff.sessionId, secret).toString('base64url'),
    groups: (words.match(/.{1,4}/g) ?? []).join(' '),
    uri: createTOTPKeyURI('Kuvend', staff.email, secret, STEP_SECONDS, DIGITS),
    fresh: brought === null,
    replaces,
  }
}

export type EnrolmentOutcome =
  /** `grant` null: the session stood at level 2 before. */
  { kind: 'set'; grant: SessionGrant | null } | { kind: 'refused'; reason: 'wrong-code' | 'second-factor-needed' }

/** Sets the factor once a code proves that the application has it, and puts every other session of the account out. */
export async function confirmEnrolment(
  services: Services,
  staff: StaffMember,
  { secret }: Pick<Enrolment, 'secret'>,
  code: string,
): Promise<EnrolmentOutcome> {
  const now = services.clock.now()
  const step = stepOf(secret, code, now)
  if (step === null) return refusedFor('wrong-code')
  const { accountId, level, sessionId } = staff
  const sealed = seal(totpKeyAtRest(services), accountId, secret)
  return services.db.begin(async (tx): Promise<EnrolmentOutcome> => {
    // Locked: of two first factors that are set up at once, in two windows, the second one needs the first.
    await lockAccount(tx, accountId)
    if (refusalToSetUp(level, await hasConfirmedFactor(tx, accountId))) return refusedFor('second-factor-needed')
    const set = await setFactor(tx, { accountId, secret: sealed, step, now, mayReplace: level === 2 })
    if (!set) return refusedFor('second-factor-needed')
    const grant = level === 1 ? await raiseSession(tx, staff, 'totp', now) : null
    await closeSessions(tx, { accountId }, sessionId, now)
    await insertSecurityEvent(tx, { at: now, kind: 'second-factor-set', accountId, details: 'totp' })
    return { kind: 'set', grant }
  })
}
