import type { Transaction } from '#platform/db/database.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { removeContent } from '#platform/takedowns/remove-content.ts'
import { listDocumentIdsOf } from '#platform/takedowns/takedown-queries.ts'
import { textsIn } from '../texts.ts'
import { blankDelivery, findEmptyDelivery } from './delivery-queries.ts'

/** A comment was erased. With the last one of its delivery go the scan of the paper and what the office called it. */
export async function forgetDelivery(tx: Transaction, services: Services, commentId: string): Promise<void> {
  const delivery = await findEmptyDelivery(tx, commentId)
  if (!delivery) return
  const { id, channel, happenedOn } = delivery
  const papers = await listDocumentIdsOf(tx, [refOf('consultations.delivery', id)])
  await removeContent(tx, services, papers, services.clock.now())
  await blankDelivery(tx, id, textsIn('sq').entry.titles[channel](formatDate('sq', happenedOn)))
}
