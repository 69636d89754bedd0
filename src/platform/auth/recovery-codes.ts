import { createHash, createHmac, randomBytes } from 'node:crypto'
import { isTooMany } from '../http/rate-limits.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { minutesBefore } from '../time/clock.ts'
import { lockAccount } from './account-queries.ts'
import { findCodeForm, findRecoveryCodes, replaceCodes, spendRecoveryCode } from './recovery-code-queries.ts'
import { codesFrom, readRecoveryCode } from './recovery-code-rules.ts'
import { keyFor } from './sealed.ts'
import { hasConfirmedFactor } from './second-factor-queries.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import type { SessionGrant } from './session-cookie.ts'
import { raiseSession } from './sessions.ts'
import { tellOfMeans } from './tell-of-means.ts'
import { SECOND_FACTOR_TRIES } from './totp.ts'
import type { StaffMember } from './visitor.ts'

/** So long a form that arrives twice, or a page that is loaded again, shows the codes it has made. */
const SHOWN_MINUTES = 10

/** For the form that makes codes: its number, which nobody else has. */
export const newCodeForm = (): string => randomBytes(24).toString('base64url')

export type MakeOutcome =
  { kind: 'made'; codes: readonly string[] } | { kind: 'refused'; reason: 'shown-before' | 'no-second-factor' }

/** Ten new codes; the ones before them are void. They can be told now and never again. */
export async function makeRecoveryCodes(
  services: Services,
  staff: StaffMember,
  form: string,
  lang: Lang,
): Promise<MakeOutcome> {
  const { accountId, email } = staff
  const now = services.clock.now()
  const codes = codesFrom(keyFor(services.settings, 'recovery codes'), accountId, form)
  const formDigest = createHash('sha256').update(form).digest()
  return services.db.begin(async (tx): Promise<MakeOutcome> => {
    await lockAccount(tx, accountId)
    if (!(await hasConfirmedFactor(tx, accountId))) return { kind: 'refused', reason: 'no-second-factor' }
    const before = await findCodeForm(tx, accountId)
    if (before?.formDigest.equals(formDigest)) {
      const again = before.createdAt > minutesBefore(now, SHOWN_MINUTES)
      return again ? { kind: 'made', codes } : { kind: 'refused', reason: 'shown-before' }
    }
    const digests = codes.map((code) => digestOf(services, accountId, code))
    await replaceCodes(tx, { accountId, formDigest, digests, now })
    await insertSecurityEvent(tx, { at: now, accountId, kind: 'recovery-codes-made' })
    await tellOfMeans(tx, services, { email, lang }, { kind: 'recovery-codes-made' })
    return { kind: 'made', codes }
  })
}

/** Keyed and tied to the account: a copy of the database neither opens nor moves a code. */
const digestOf = (services: Services, accountId: string, code: string): Buffer =>
  createHmac('sha256', keyFor(services.settings, 'recovery code at rest')).update(`${accountId}\n${code}`).digest()

export type RecoveryOutcome =
  | { kind: 'accepted'; grant: SessionGrant; left: number }
  | { kind: 'refused'; reason: 'wrong-shape' | 'wrong-code' | 'too-many' }

/** Level 2 for a session of level 1, once for each code. What cannot be a code takes no try away. */
export async function signInWithRecoveryCode(
  services: Services,
  staff: StaffMember,
  typed: string,
  lang: Lang,
): Promise<RecoveryOutcome> {
  const code = readRecoveryCode(typed)
  if (code === null) return refusedFor('wrong-shape')
  const { accountId, email } = staff
  if (await isTooMany(services, 'recovery-code', accountId, SECOND_FACTOR_TRIES)) return refusedFor('too-many')
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<RecoveryOutcome> => {
    if (!(await spendRecoveryCode(tx, accountId, digestOf(services, accountId, code), now))) {
      const event = { at: now, accountId, kind: 'second-factor-refused', details: 'recovery-code' } as const
      await insertSecurityEvent(tx, event)
      return refusedFor('wrong-code')
    }
    const grant = await raiseSession(tx, staff, 'recovery-code', now)
    const left = (await findRecoveryCodes(tx, accountId))?.left ?? 0
    await insertSecurityEvent(tx, { at: now, accountId, kind: 'recovery-code-used' })
    await tellOfMeans(tx, services, { email, lang }, { kind: 'recovery-code-used', left })
    return { kind: 'accepted', grant, left }
  })
}

const refusedFor = <Reason extends string>(reason: Reason) => ({ kind: 'refused' as const, reason })
