import { digestOfToken, newPrivateLink } from '#platform/auth/private-link.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { setToken } from '../own-data/personal-comment-queries.ts'
import { consultationPermissions } from '../permissions.ts'
import { holdDelivery, setDeliveryToken } from './delivery-queries.ts'
import { holdPoints } from './point-queries.ts'
import { tokenOfPoint } from './entry-rules.ts'

/** A new private link for somebody who lost the sheet and has no e-mail: the old one, and those of each point, open nothing. */
export async function renewLink(
  services: Services,
  official: Official,
  { consultationId, id }: { consultationId: string; id: string },
): Promise<{ kind: 'renewed'; token: string } | { kind: 'not-permitted' } | { kind: 'no-such-delivery' }> {
  return services.db.begin(async (tx) => {
    const points = await holdPoints(tx, id)
    const delivery = await holdDelivery(tx, id)
    // The rows of a table came from many people: there is no link to all of them.
    if (delivery?.consultationId !== consultationId || delivery.tokenDigest === null)
      return { kind: 'no-such-delivery' }
    const { institutionId } = delivery
    if (!mayIn(official, consultationPermissions['comments.enter'], institutionId)) return { kind: 'not-permitted' }
    const link = newPrivateLink()
    await setDeliveryToken(tx, id, link.digest)
    for (const { id: comment, n, state } of points)
      if (state !== 'erased') await setToken(tx, comment, digestOfToken(tokenOfPoint(link.token, n)))
    const subject = refOf('consultations.delivery', id)
    const by = { accountId: official.accountId }
    await recordChange(tx, { institutionId, subject, kind: 'link-renewed', by, at: services.clock.now() })
    return { kind: 'renewed', token: link.token }
  })
}
