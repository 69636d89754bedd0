import type { Official } from '../../auth/visitor.ts'
import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import type { TextHolder } from '../text-holder.ts'
import { listNodes, type TextNode, type TextVersion } from '../text-queries.ts'
import { holdText, isRefusal, type HeldText, type TextRefusal } from '../versions/hold-text.ts'
import { refreshChanges } from '../versions/refresh-changes.ts'
import { draftDigest, replacedBetween, type EditKind } from './edit-log-rules.ts'
import type { Draft, DraftNode, FreshId } from './draft-tree-rules.ts'
import type { EditRefusal, Edited } from './structure-edit-rules.ts'
import { insertTextEdit, isSubmitted, listDoubtsOfNodes, writeDraft } from './text-edit-queries.ts'

export type EditOrder = {
  id: string
  /** Of the form: the same form twice counts once. */
  submission: string
  kind: EditKind
  /** What it is about, as it is called now. */
  about: string
}

export type EditOutcome =
  | { kind: 'edited'; focus: string | null }
  /** The same form was answered before. */
  | { kind: 'edited-before' }
  | { kind: 'refused'; why: EditRefusal }
  /** Somebody else changed it since the form was asked for. */
  | { kind: 'changed-meanwhile' }
  /** There is no draft: everybody reads the newest version. */
  | { kind: 'published' }
  | TextRefusal

/** What is done to the draft, decided on its rows as they are now. */
export type Change = (draft: Draft, freshId: FreshId) => Edited | { kind: 'changed-meanwhile' }

/** One edit of a draft: decided, written, kept to be taken back, compared anew with the version that it continues. */
export async function editDraft(
  services: Services,
  holder: TextHolder,
  official: Official,
  order: EditOrder,
  change: Change,
): Promise<EditOutcome> {
  return services.db.begin(async (tx): Promise<EditOutcome> => {
    const held = await holdDraft(tx, holder, official, order.id)
    if ('kind' in held) return held
    const { draft } = held
    if (await isSubmitted(tx, draft.id, order.submission)) return { kind: 'edited-before' }
    const before = await listNodes(tx, draft.id)
    const outcome = change(before, () => crypto.randomUUID())
    if (outcome.kind !== 'edited') return outcome
    const at = services.clock.now()
    await storeEdit(tx, draft, { order, before, after: outcome.draft, by: official.accountId, at })
    await afterEdit(tx, holder, held, official, at)
    return { kind: 'edited', focus: outcome.focus }
  })
}

export type HeldDraft = Pick<HeldText, 'record'> & { draft: TextVersion }

export async function holdDraft(
  tx: Transaction,
  holder: TextHolder,
  official: Official,
  id: string,
): Promise<HeldDraft | TextRefusal | { kind: 'published' }> {
  const held = await holdText(tx, holder, official, { id, roles: holder.writers })
  if (isRefusal(held)) return held
  const { record, draft } = held
  if (record.stage === 'final') return { kind: 'final' }
  return draft ? { record, draft } : { kind: 'published' }
}

type Stored = { order: EditOrder; before: readonly TextNode[]; after: readonly DraftNode[]; by: string; at: Date }

async function storeEdit(tx: Transaction, draft: TextVersion, { order, before, after, by, at }: Stored): Promise<void> {
  const { institutionId, id: versionId } = draft
  const stays = new Set(after.map((node) => node.nodeId))
  const gone = before.filter((node) => !stays.has(node.nodeId)).map((node) => node.nodeId)
  const doubts = gone.length === 0 ? [] : await listDoubtsOfNodes(tx, versionId, gone)
  const replaced = replacedBetween(before, after)
  const rows = replaced.rows.map(({ nodeId, parentId, kind, label, heading, body, printed }) => {
    return { nodeId, parentId, kind, label, heading, body, printed }
  })
  await writeDraft(tx, { institutionId, versionId }, before, after)
  await insertTextEdit(tx, {
    institutionId,
    versionId,
    by,
    at,
    submission: order.submission,
    kind: order.kind,
    about: [...order.about].slice(0, 300).join(''),
    before: { ...replaced, rows, doubts },
    afterDigest: draftDigest(after),
  })
}

/** What changed is told anew, and the history of the record has its line. */
export async function afterEdit(
  tx: Transaction,
  holder: TextHolder,
  { record, draft }: HeldDraft,
  by: Official,
  at: Date,
): Promise<void> {
  await refreshChanges(tx, { versionId: draft.id })
  const { id, institutionId } = record
  await holder.note(tx, { institutionId, id, kind: 'text-edited', by, at })
}
