import type { Services } from '../services.ts'
import { FRESH_MINUTES, isFresh } from './means-rules.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import { findSessionProof, setProved } from './session-queries.ts'
import { withTotp, type TotpRefusal } from './totp.ts'
import type { StaffMember } from './visitor.ts'

/**
 * Whether somebody has to show again who they are before a deed that must not be done at a desk left open: removing a way
 * in, adding one, making recovery codes. Signing in at level 2 counts as having shown it.
 */
export async function needsFreshProof(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  staff: StaffMember,
  minutes: number = FRESH_MINUTES,
): Promise<boolean> {
  if (staff.level !== 2) return true
  const proof = await findSessionProof(db, staff.sessionId)
  return !isFresh(proof?.provedAt ?? null, clock.now(), minutes)
}

export type ProofOutcome = { kind: 'proved' } | { kind: 'refused'; reason: TotpRefusal }

export async function proveByTotp(services: Services, staff: StaffMember, code: string): Promise<ProofOutcome> {
  const shown = await withTotp(services, staff, code, async (tx, now) => {
    await setProved(tx, staff.sessionId, now)
    await insertSecurityEvent(tx, { at: now, accountId: staff.accountId, kind: 'proof-given', details: 'totp' })
  })
  return shown.kind === 'accepted' ? { kind: 'proved' } : shown
}

/** An invented person came in by one press, so one press is the proof. False for everybody else. */
export async function proveAsDemonstrationPerson(services: Services, staff: StaffMember): Promise<boolean> {
  if (!services.settings.demo) return false
  const now = services.clock.now()
  return services.db.begin(async (tx) => {
    const proof = await findSessionProof(tx, staff.sessionId)
    if (proof?.means !== 'demonstration') return false
    await setProved(tx, staff.sessionId, now)
    await insertSecurityEvent(tx, {
      at: now,
      accountId: staff.accountId,
      kind: 'proof-given',
      details: 'demonstration',
    })
    return true
  })
}
