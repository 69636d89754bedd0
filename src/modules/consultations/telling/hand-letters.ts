import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { recordOfConsultation } from '../record-history.ts'
import { markHanded } from './letter-queries.ts'
import type { Handing } from './telling-rules.ts'

/** Printed letters have left the house: on which day, by which way. Noted once. */
export function handLetters(
  services: Services,
  official: Official,
  { consultationId, institutionId }: { consultationId: string; institutionId: string },
  { ids, on, way }: Handing,
): Promise<'handed' | 'none-waited' | 'not-permitted'> {
  return services.db.begin(async (tx) => {
    if (!mayIn(official, may['comments.enter'], institutionId)) return 'not-permitted'
    const at = services.clock.now()
    const count = await markHanded(tx, { consultationId, ids, on, way, at, by: official.accountId })
    if (count === 0) return 'none-waited'
    const fields = [{ field: 'letters', from: null, to: String(count) }]
    const by = { accountId: official.accountId }
    await recordOfConsultation(tx, { institutionId, id: consultationId, kind: 'answer-letters-handed', by, at, fields })
    return 'handed'
  })
}
