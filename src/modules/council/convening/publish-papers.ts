import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { PAPER_KIND } from '../council-rules.ts'
import { listAgenda, type CouncilMeeting } from './meeting-queries.ts'
import { lockPapers, publishPaperRows } from './paper-queries.ts'

/**
 * The papers of its open items are read by everybody from now on. Those of a closed item stay inside; the ledger has them by
 * the entry of the meeting.
 */
export async function publishPapersOf(
  tx: Transaction,
  meeting: CouncilMeeting,
  { by, at }: { by: ChangedBy; at: Date },
): Promise<void> {
  if (meeting.closed) return
  const ids = (await listAgenda(tx, meeting.id)).flatMap((item) =>
    item.paperId !== null && !item.closed && item.state === 'planned' ? [item.paperId] : [],
  )
  if (ids.length === 0) return
  await lockPapers(tx, ids)
  for (const id of await publishPaperRows(tx, ids, at)) {
    const { institutionId } = meeting
    await recordChange(tx, { institutionId, subject: refOf(PAPER_KIND, id), kind: 'published', by, at })
  }
}
