import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding'
import { createTOTPKeyURI } from '@oslojs/otp'
import { randomBytes } from 'node:crypto'
import { isTooMany, type Limit } from '../http/rate-limits.ts'
import type { Services } from '../services.ts'
import { keyFor, seal, unseal } from './sealed.ts'
import { findSecret, hasConfirmedFactor, setFactor, spendStep } from './second-factor-queries.ts'
import { DIGITS, refusalToSetUp, STEP_SECONDS, stepOf } from './second-factor-rules.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import type { SessionGrant } from './session-cookie.ts'
import { closeSessions } from './session-queries.ts'
import { raiseSession } from './sessions.ts'
import type { StaffMember } from './visitor.ts'

/** Five tries in a quarter of an hour at three valid steps: 0.14 % a day for somebody who reads the mailbox already. */
const TRIES: Limit = { count: 5, minutes: 15 }

/** RFC 4226, 4: a shared secret of 160 bits. */
const SECRET_BYTES = 20

export type SecondFactorOutcome =
  | { kind: 'accepted'; grant: SessionGrant }
  | { kind: 'refused'; reason: 'wrong-code' | 'used-code' | 'too-many' | 'no-second-factor' }

/** Level 2 for a session of level 1, under a new token. Every try counts, right ones too: counting comes first. */
export async function verifySecondFactor(
  services: Services,
  staff: StaffMember,
  code: string,
): Promise<SecondFactorOutcome> {
  if (await isTooMany(services, 'second-factor', staff.accountId, TRIES)) return refusedFor('too-many')
  const now = services.clock.now()
  const sealed = await findSecret(services.db, staff.accountId)
  if (sealed === null) return refusedFor('no-second-factor')
  const step = stepOf(openSecret(services, staff.accountId, sealed), code, now)
  return services.db.begin(async (tx): Promise<SecondFactorOutcome> => {
    const event = { at: now, accountId: staff.accountId }
    if (step === null || !(await spendStep(tx, staff.accountId, step))) {
      const reason = step === null ? 'wrong-code' : 'used-code'
      await insertSecurityEvent(tx, { ...event, kind: 'second-factor-refused', details: reason })
      return refusedFor(reason)
    }
    const grant = await raiseSession(tx, staff, now)
    await insertSecurityEvent(tx, { ...event, kind: 'signed-in', details: 'totp' })
    return { kind: 'accepted', grant }
  })
}

const refusedFor = <Reason extends string>(reason: Reason) => ({ kind: 'refused' as const, reason })

const keyAtRest = (services: Services): Buffer => keyFor(services.settings, 'second factor at rest')

function openSecret(services: Services, accountId: string, sealed: Buffer): Buffer {
  const secret = unseal(keyAtRest(services), accountId, sealed)
  // KUVEND_SECRET was exchanged, or the row was altered: nobody can sign in until it is set right, and that is right.
  if (secret === null) throw new Error('the second factor of an account does not open with this KUVEND_SECRET')
  return secret
}

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
 * scanning again, else a new one. Null when this session may not set one up.
 */
export async function prepareEnrolment(
  services: Services,
  staff: StaffMember,
  sealed: string | null = null,
): Promise<Enrolment | null> {
  const replaces = await hasConfirmedFactor(services.db, staff.accountId)
  if (refusalToSetUp(staff.level, replaces)) return null
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
  const sealed = seal(keyAtRest(services), accountId, secret)
  return services.db.begin(async (tx): Promise<EnrolmentOutcome> => {
    const set = await setFactor(tx, { accountId, secret: sealed, step, now, mayReplace: level === 2 })
    if (!set) return refusedFor('second-factor-needed')
    const grant = level === 1 ? await raiseSession(tx, staff, now) : null
    await closeSessions(tx, { accountId }, sessionId, now)
    await insertSecurityEvent(tx, { at: now, kind: 'second-factor-set', accountId, details: 'totp' })
    return { kind: 'set', grant }
  })
}
