import type { Transaction } from '../db/database.ts'
import { isTooMany, type Limit } from '../http/rate-limits.ts'
import type { Services } from '../services.ts'
import { countRefused, forgetRefused, shutUntil, type Way } from './lock-out.ts'
import { keyFor, unseal } from './sealed.ts'
import { findSecret, spendStep } from './second-factor-queries.ts'
import { stepOf } from './second-factor-rules.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import type { StaffMember } from './visitor.ts'

/** Five tries in a quarter of an hour at three valid steps: 0.14 % a day for somebody who reads the mailbox already. */
export const SECOND_FACTOR_TRIES: Limit = { count: 5, minutes: 15 }

export type TotpRefusal = 'wrong-code' | 'used-code' | 'too-many' | 'no-second-factor'

/**
 * Spends a code of the application, and does what it was shown for in the same transaction. Every try counts, right ones
 * too: counting comes first. Wrong ones in a row shut the way for a growing time (lock-out-rules.ts), by account and by
 * the network of `address`.
 */
export async function withTotp<T>(
  services: Services,
  staff: StaffMember,
  code: string,
  deed: (tx: Transaction, now: Date) => Promise<T>,
  address = '',
): Promise<{ kind: 'accepted'; value: T } | { kind: 'refused'; reason: TotpRefusal }> {
  if (await isTooMany(services, 'second-factor', staff.accountId, SECOND_FACTOR_TRIES)) return refusedFor('too-many')
  const way: Way = { what: 'second-factor', email: staff.email, address }
  if (await shutUntil(services, way)) return refusedFor('too-many')
  const now = services.clock.now()
  const sealed = await findSecret(services.db, staff.accountId)
  if (sealed === null) return refusedFor('no-second-factor')
  const step = stepOf(openSecret(services, staff.accountId, sealed), code, now)
  return services.db.begin(async (tx) => {
    if (step !== null && (await spendStep(tx, staff.accountId, step))) {
      await forgetRefused(tx, services, way)
      return { kind: 'accepted' as const, value: await deed(tx, now) }
    }
    const reason = step === null ? 'wrong-code' : 'used-code'
    const event = { at: now, accountId: staff.accountId }
    await insertSecurityEvent(tx, { ...event, kind: 'second-factor-refused', details: reason })
    // A code that was spent is a slip of the owner; only wrong ones count.
    if (step === null && (await countRefused(tx, services, way, 'sq'))) {
      await insertSecurityEvent(tx, { ...event, kind: 'locked-out', details: 'totp' })
    }
    return refusedFor(reason)
  })
}

const refusedFor = (reason: TotpRefusal) => ({ kind: 'refused' as const, reason })

export const totpKeyAtRest = (services: Services): Buffer => keyFor(services.settings, 'second factor at rest')

function openSecret(services: Services, accountId: string, sealed: Buffer): Buffer {
  const secret = unseal(totpKeyAtRest(services), accountId, sealed)
  // KUVEND_SECRET was exchanged, or the row was altered: nobody can sign in until it is set right, and that is right.
  if (secret === null) throw new Error('the second factor of an account does not open with this KUVEND_SECRET')
  return secret
}
