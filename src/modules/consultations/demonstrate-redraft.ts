import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import { settleDoubt } from '#platform/texts/settle-doubt.ts'
import { findTextVersion, listDoubts, listNodeChanges, listTextVersions } from '#platform/texts/text-queries.ts'
import { isOpen } from '#platform/texts/versions/lineage-rules.ts'
import { makeVersionPublic } from '#platform/texts/versions/publish-version.ts'
import { storeReading } from '#platform/texts/versions/read-into-version.ts'
import { settleInDraft } from '#platform/texts/versions/settle-change.ts'
import { consultationTexts } from './consultation-text-holder.ts'

export type DemoRedraft = { words: string; summary: { sq: string; en: string } }

/** The second version of a demonstration's text, with everything that it proposes confirmed; gives its id. */
export async function redraftDemo(
  tx: Transaction,
  services: Services,
  id: string,
  { words, summary }: DemoRedraft,
): Promise<string> {
  const at = services.clock.now()
  const record = await consultationTexts.hold(tx, id)
  const [published = null] = record?.textId ? await listTextVersions(tx, record.textId, true) : []
  if (!record || !published) throw new Error(`Demonstration consultation ${id} has no text`)
  const source = { kind: 'pasted', document: null, readAt: at } as const
  const reading = { read: readPastedText(words), source, lang: 'sq' } as const
  const { versionId } = await storeReading(tx, { record, draft: null, published }, reading)
  for (const doubt of await listDoubts(tx, versionId)) {
    await settleDoubt(tx, { doubtId: doubt.id, settlement: 'kept', by: null, at })
  }
  const draft = await findTextVersion(tx, versionId)
  if (!draft) throw new Error(`Version ${versionId} is gone inside its own transaction`)
  const changeIds = (await listNodeChanges(tx, versionId)).filter(isOpen).map((change) => change.id)
  const by = { confirmedBy: null, confirmedAt: at }
  await settleInDraft(tx, draft, { changeIds, decision: { kind: 'accept' }, by })
  const [sq, en] = [summary.sq, summary.en]
  const order = { record, draft, summary: sq, summaryEn: en, by: { accountId: null } }
  await makeVersionPublic(tx, services, consultationTexts, order)
  return versionId
}
