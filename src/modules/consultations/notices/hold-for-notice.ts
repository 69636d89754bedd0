import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { holdForOffice, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'

export type NotHeld =
  | { kind: 'no-such-consultation' }
  | { kind: 'not-permitted' }
  /** Cancelled, taken down or of the past: it stays as it is. */
  | { kind: 'settled' }

/** Locks a consultation whose notice is to change. */
export async function holdForNotice(
  tx: Transaction,
  official: Official,
  id: string,
  right: 'consultations.write' | 'consultations.publish' = 'consultations.write',
): Promise<{ kind: 'held'; current: OfficeConsultation } | NotHeld> {
  const current = await holdForOffice(tx, id)
  if (!current) return { kind: 'no-such-consultation' }
  if (!mayIn(official, may[right], current.institutionId)) return { kind: 'not-permitted' }
  if (current.history || (current.state !== 'draft' && current.state !== 'published')) return { kind: 'settled' }
  return { kind: 'held', current }
}
