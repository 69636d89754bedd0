import { mayIn } from '../../auth/permissions.ts'
import type { Official, Role } from '../../auth/visitor.ts'
import type { Transaction } from '../../db/database.ts'
import type { OfficeTextRecord, TextHolder } from '../text-holder.ts'
import { listTextVersions, type TextVersion } from '../text-queries.ts'
import { holdTextVersion } from '../text-writing-queries.ts'

/** Why nothing is done to a text, whatever the deed. */
export type TextRefusal =
  | { kind: 'no-such-record' }
  | { kind: 'not-permitted' }
  /** The record is at its end: nothing is done to its text any more. */
  | { kind: 'final' }

export type HeldText = {
  record: OfficeTextRecord
  /** The version that is worked on; held until the deed ends. */
  draft: TextVersion | null
  /** The newest that everybody reads. */
  published: TextVersion | null
}

/** The record first, then its draft: every deed on a text locks in this order. */
export async function holdText(
  tx: Transaction,
  holder: TextHolder,
  official: Official,
  { id, roles }: { id: string; roles: readonly Role[] },
): Promise<HeldText | TextRefusal> {
  const record = await holder.hold(tx, id)
  if (!record) return { kind: 'no-such-record' }
  if (!mayIn(official, roles, record.institutionId)) return { kind: 'not-permitted' }
  const versions = record.textId === null ? [] : await listTextVersions(tx, record.textId, false)
  const draft = versions.find(({ state }) => state === 'draft') ?? null
  if (draft) await holdTextVersion(tx, draft.id)
  return { record, draft, published: versions.find(({ state }) => state === 'published') ?? null }
}

export const isRefusal = (held: HeldText | TextRefusal): held is TextRefusal => 'kind' in held
