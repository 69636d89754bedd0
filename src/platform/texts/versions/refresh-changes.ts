import type { Transaction } from '../../db/database.ts'
import { findTextVersion, listNodeChanges, listNodes, type TextVersion } from '../text-queries.ts'
import type { ChangeRow } from './change-row.ts'
import { changeRows } from './lineage-rules.ts'
import { deleteChanges, insertChanges } from './version-writing-queries.ts'

/** Reckons anew what stands between a draft and the version that it continues. What persons have decided is kept. */
export async function refreshChanges(tx: Transaction, { versionId }: { versionId: string }): Promise<void> {
  const version = await findTextVersion(tx, versionId)
  if (!version || version.basedOn === null || version.state !== 'draft') return
  await storeChanges(tx, version, await listNodeChanges(tx, versionId))
}

/** The same from rows that may not have been stored yet. */
export async function storeChanges(
  tx: Transaction,
  { id: versionId, basedOn, institutionId }: Pick<TextVersion, 'id' | 'basedOn' | 'institutionId'>,
  known: readonly ChangeRow[],
): Promise<void> {
  if (basedOn === null) return
  const [from, to] = await Promise.all([listNodes(tx, basedOn), listNodes(tx, versionId)])
  const rows = changeRows(from, to, known)
  await deleteChanges(tx, versionId)
  await insertChanges(tx, { institutionId, earlierVersionId: basedOn, versionId }, rows)
}
