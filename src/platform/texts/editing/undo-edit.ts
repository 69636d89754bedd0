import type { Official } from '../../auth/visitor.ts'
import type { Services } from '../../services.ts'
import type { TextHolder } from '../text-holder.ts'
import { listNodes } from '../text-queries.ts'
import type { TextRefusal } from '../versions/hold-text.ts'
import { draftDigest, takenBack, type EditKind } from './edit-log-rules.ts'
import { afterEdit, holdDraft } from './edit-draft.ts'
import { findLastEdit, setDoubtsOfNodes, setUndone, writeDraft } from './text-edit-queries.ts'

export type UndoOutcome =
  | { kind: 'undone'; edit: EditKind; about: string; focus: string | null }
  /** It is not the last one any more: taken back by the first of two clicks, or followed by another. */
  | { kind: 'not-the-last' }
  /** The draft was changed in another way since: read anew, or a doubt left out. */
  | { kind: 'changed-meanwhile' }
  | { kind: 'published' }
  | TextRefusal

/** Takes the last edit back: the draft is word for word what it was before. */
export async function undoEdit(
  services: Services,
  holder: TextHolder,
  official: Official,
  { id, editId }: { id: string; editId: string },
): Promise<UndoOutcome> {
  return services.db.begin(async (tx): Promise<UndoOutcome> => {
    const held = await holdDraft(tx, holder, official, id)
    if ('kind' in held) return held
    const { draft } = held
    const edit = await findLastEdit(tx, draft.id)
    if (edit?.id !== editId) return { kind: 'not-the-last' }
    const now = await listNodes(tx, draft.id)
    if (draftDigest(now) !== edit.afterDigest) return { kind: 'changed-meanwhile' }
    const at = services.clock.now()
    const back = takenBack(now, edit.before)
    await writeDraft(tx, { institutionId: draft.institutionId, versionId: draft.id }, now, back)
    await setDoubtsOfNodes(tx, draft.id, edit.before.doubts)
    await setUndone(tx, edit.id, official.accountId, at)
    await afterEdit(tx, holder, held, official, at)
    return { kind: 'undone', edit: edit.kind, about: edit.about, focus: edit.before.rows[0]?.nodeId ?? null }
  })
}
