import type { Official } from '../../auth/visitor.ts'
import type { Transaction } from '../../db/database.ts'
import { enqueue } from '../../jobs/jobs.ts'
import type { Services } from '../../services.ts'
import type { PublishedVersion, TextHolder } from '../text-holder.ts'
import { countOpenDoubts, listNodeChanges, type TextVersion } from '../text-queries.ts'
import { holdText, isRefusal, type TextRefusal } from './hold-text.ts'
import { refusalsToPublishVersion, type VersionRefusal } from './publish-version-rules.ts'
import { refreshChanges } from './refresh-changes.ts'
import { setVersionPublished } from './version-writing-queries.ts'

export type PublishVersionOutcome =
  | { kind: 'published'; n: number }
  | { kind: 'refused'; refusals: VersionRefusal[] }
  /** The draft that the form showed was dropped, or was written anew by somebody. */
  | { kind: 'no-draft' }
  | TextRefusal

export type PublicationOrder = { id: string; versionId: string; summary: string; summaryEn: string | null }

/** The name of the job that finds again, in a new version, what was said about the earlier ones. */
export const PLACE_ANCHORS = 'texts.place-anchors'

/**
 * Makes the draft of a later version public, with what it changes and why; what was said about the earlier versions is
 * placed in it by the worker.
 */
export async function publishVersion(
  services: Services,
  holder: TextHolder,
  official: Official,
  { id, versionId, summary, summaryEn }: PublicationOrder,
): Promise<PublishVersionOutcome> {
  return services.db.begin(async (tx): Promise<PublishVersionOutcome> => {
    const held = await holdText(tx, holder, official, { id, roles: holder.publishers })
    if (isRefusal(held)) return held
    const { record, draft, published } = held
    // The second of two clicks.
    if (published?.id === versionId) return { kind: 'published', n: published.n }
    if (record.stage !== 'open') return { kind: 'final' }
    if (!draft || draft.id !== versionId || draft.basedOn === null) return { kind: 'no-draft' }
    await refreshChanges(tx, { versionId })
    const heldBack = await holder.heldBack?.(tx, id)
    const refusals = await refusalsOf(tx, draft, { summary, heldBack })
    if (refusals.length > 0) return { kind: 'refused', refusals }
    await makeVersionPublic(tx, services, holder, { record, draft, summary, summaryEn, by: official })
    return { kind: 'published', n: draft.n }
  })
}

export type PublicVersion = Pick<PublishedVersion, 'record' | 'summary' | 'summaryEn' | 'by'> & { draft: TextVersion }

/** What was refused by nothing becomes public. The demonstration comes in here as well. */
export async function makeVersionPublic(
  tx: Transaction,
  services: Services,
  holder: TextHolder,
  { record, draft, summary, summaryEn, by }: PublicVersion,
): Promise<void> {
  const at = services.clock.now()
  const { id: versionId, n, lang } = draft
  await setVersionPublished(tx, versionId, { summary, summaryEn, at })
  await enqueue(tx, PLACE_ANCHORS, { version: versionId }, { queue: `texts.${record.textId}` })
  await holder.published(tx, services, { record, versionId, n, lang, summary, summaryEn, by, at })
}

async function refusalsOf(
  tx: Transaction,
  { id }: TextVersion,
  asked: { summary: string; heldBack: boolean | undefined },
): Promise<VersionRefusal[]> {
  const [openDoubts, changes] = await Promise.all([countOpenDoubts(tx, id), listNodeChanges(tx, id)])
  return refusalsToPublishVersion({ openDoubts, changes, ...asked })
}
