import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { recordOfComment, recordOfConsultation } from '../record-history.ts'
import { holdDeskComment } from './assignment-queries.ts'
import {
  deleteLabelRow,
  ensureLabel,
  findLabelNamed,
  holdLabel,
  mergeLabelRows,
  putLabel,
  renameLabelRow,
  takeLabel,
} from './label-queries.ts'

export type LabelOutcome = { kind: 'done' } | { kind: 'not-permitted' } | { kind: 'no-such-comment' }

/** Puts a word of the staff on a comment, or takes it away. Done already, it stays as it is. */
export async function labelComment(
  services: Services,
  official: Official,
  commentId: string,
  order: { name: string; wears: boolean },
): Promise<LabelOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<LabelOutcome> => {
    const comment = await holdDeskComment(tx, commentId)
    if (!comment) return { kind: 'no-such-comment' }
    if (!mayIn(official, may['comments.moderate'], comment.institutionId)) return { kind: 'not-permitted' }
    await labelIn(tx, official.accountId, comment, order, at)
    return { kind: 'done' }
  })
}

type Labelled = { id: string; institutionId: string; consultationId: string }

/** False: nothing was to be done. */
export async function labelIn(
  tx: Transaction,
  by: string,
  { id, institutionId, consultationId }: Labelled,
  { name, wears }: { name: string; wears: boolean },
  at: Date,
): Promise<boolean> {
  const labelId = wears
    ? await ensureLabel(tx, { institutionId, consultationId, name, by, at })
    : await findLabelNamed(tx, consultationId, name)
  if (labelId === null) return false
  const worn = { institutionId, commentId: id, labelId, by, at }
  const changed = wears ? await putLabel(tx, worn) : await takeLabel(tx, id, labelId)
  if (!changed) return false
  const fields = [{ field: 'label', from: wears ? null : name, to: wears ? name : null }]
  await recordOfComment(tx, { institutionId, id, kind: 'labelled', by: { accountId: by }, at, fields })
  return true
}

export type LabelChange = { deed: 'rename'; name: string } | { deed: 'delete' }
export type LabelChangeOutcome =
  | { kind: 'renamed' | 'merged' | 'deleted' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-label' }

/** For all comments that wear it. Renamed to a word that stands already, the two become one. */
export async function changeLabel(
  services: Services,
  official: Official,
  labelId: string,
  seenVersion: number,
  change: LabelChange,
): Promise<LabelChangeOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<LabelChangeOutcome> => {
    const label = await holdLabel(tx, labelId)
    if (!label) return { kind: 'no-such-label' }
    const { institutionId, consultationId } = label
    if (!mayIn(official, may['comments.moderate'], institutionId)) return { kind: 'not-permitted' }
    if (label.version !== seenVersion) return { kind: 'changed-meanwhile' }
    const kind = await writeChange(tx, label, change)
    const fields = [{ field: 'label', from: label.name, to: change.deed === 'rename' ? change.name : null }]
    const by = { accountId: official.accountId }
    await recordOfConsultation(tx, { institutionId, id: consultationId, kind: 'label-changed', by, at, fields })
    return { kind }
  })
}

async function writeChange(
  tx: Transaction,
  { id, consultationId }: { id: string; consultationId: string },
  change: LabelChange,
): Promise<'renamed' | 'merged' | 'deleted'> {
  if (change.deed === 'delete') {
    await deleteLabelRow(tx, id)
    return 'deleted'
  }
  const other = await findLabelNamed(tx, consultationId, change.name)
  if (other === null || other === id) {
    await renameLabelRow(tx, id, change.name)
    return 'renamed'
  }
  await mergeLabelRows(tx, id, other)
  return 'merged'
}
