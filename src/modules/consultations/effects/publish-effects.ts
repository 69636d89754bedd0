import type { Transaction } from '#platform/db/database.ts'
import { recordChanges, type ChangedBy } from '#platform/history/record-change.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { ANSWER_KIND } from '../answers/answer-rules.ts'
import { publishedAnswers } from '../ledger/answer-records.ts'
import { tellOfEffects } from '../telling/ask-to-tell.ts'
import { dropStaleLinks, holdLinkedAnswers, listLinkedAnswers } from './link-queries.ts'
import { sq } from './texts.sq.ts'

/**
 * A version of the text has become public: what was linked with it is public now. Links with places that it leaves as they
 * were go, authors are told, and every published answer is entered in the ledger again.
 */
export async function publishEffects(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { versionId, n, by, at }: { versionId: string; n: number; by: ChangedBy; at: Date },
): Promise<void> {
  await holdLinkedAnswers(tx, versionId)
  const linked = await listLinkedAnswers(tx, versionId)
  const stale = await dropStaleLinks(tx, versionId)
  await recordChanges(
    tx,
    stale.map(({ answerId, institutionId }) => ({
      institutionId,
      subject: refOf(ANSWER_KIND, answerId),
      kind: 'effect-dropped',
      by,
      at,
      fields: [{ field: 'changedPlace', from: sq.version(n), to: null }],
    })),
  )
  const answerIds = await listLinkedAnswers(tx, versionId)
  await tellOfEffects(tx, { answerIds, versionId, at })
  if (linked.length > 0) await appendToLedger(tx, services, { kind: publishedAnswers, ids: linked })
}
