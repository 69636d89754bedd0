import type { Official } from '../../auth/visitor.ts'
import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import type { TextHolder } from '../text-holder.ts'
import type { TextVersion } from '../text-queries.ts'
import { insertTextVersion } from '../text-writing-queries.ts'
import { holdText, isRefusal, type TextRefusal } from './hold-text.ts'
import { copyVersion } from './version-writing-queries.ts'

export type BeginOutcome =
  | { kind: 'begun'; versionId: string }
  /** Somebody was faster; there is one draft at a time. */
  | { kind: 'begun-before'; versionId: string }
  | TextRefusal

/** A draft that continues the newest published version with the same words and lineages, to be edited by hand. */
export async function beginVersion(
  services: Services,
  holder: TextHolder,
  official: Official,
  id: string,
): Promise<BeginOutcome> {
  return services.db.begin(async (tx): Promise<BeginOutcome> => {
    const held = await holdText(tx, holder, official, { id, roles: holder.writers })
    if (isRefusal(held)) return held
    const { record, draft, published } = held
    if (record.stage !== 'open' || !published) return { kind: 'final' }
    if (draft) return { kind: 'begun-before', versionId: draft.id }
    const at = services.clock.now()
    const versionId = await continueVersion(tx, published, at)
    await holder.note(tx, { institutionId: record.institutionId, id, kind: 'version-begun', by: official, at })
    return { kind: 'begun', versionId }
  })
}

async function continueVersion(tx: Transaction, published: TextVersion, at: Date): Promise<string> {
  const { id: basedOn, textId, institutionId, lang } = published
  const source = { sourceKind: 'written', sourceDocument: null, readAt: at } as const
  const versionId = await insertTextVersion(tx, { textId, institutionId, lang, ...source, basedOn })
  await copyVersion(tx, basedOn, versionId)
  return versionId
}
