import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Piece } from './split-rules.ts'

/** A letter on its way to be cut; the delivery will have its id. */
export type SplitDraft = {
  id: string
  institutionId: string
  consultationId: string
  /** What the form of the delivery held, as typed. */
  fields: Record<string, string>
  words: string
  pieces: Piece[]
  version: number
  createdBy: string | null
  createdAt: Date
  changedAt: Date
}

/** False: this very form has begun one already. */
export async function insertDraft(tx: Transaction, draft: Omit<SplitDraft, 'version' | 'changedAt'>): Promise<boolean> {
  const rows = await tx`
    insert into consultations.delivery_drafts
      (id, institution_id, consultation_id, fields, words, pieces, created_by, created_at, changed_at)
    values
      (${draft.id}, ${draft.institutionId}, ${draft.consultationId}, ${tx.json(draft.fields)}, ${draft.words},
       ${tx.json(draft.pieces)}, ${draft.createdBy}, ${draft.createdAt}, ${draft.createdAt})
    on conflict (id) do nothing
    returning 1`
  return rows.length > 0
}

const columns = (db: Queryable) => db`
  id, institution_id, consultation_id, fields, words, pieces, version, created_by, created_at, changed_at`

export async function findDraft(db: Queryable, id: string): Promise<SplitDraft | null> {
  return one(await db<SplitDraft[]>`select ${columns(db)} from consultations.delivery_drafts where id = ${id}`)
}

export async function holdDraft(tx: Transaction, id: string): Promise<SplitDraft | null> {
  return one(
    await tx<SplitDraft[]>`select ${columns(tx)} from consultations.delivery_drafts where id = ${id} for update`,
  )
}

export async function savePieces(
  tx: Transaction,
  draft: { id: string; pieces: readonly Piece[]; at: Date },
): Promise<void> {
  await tx`
    update consultations.delivery_drafts set pieces = ${tx.json([...draft.pieces])}, changed_at = ${draft.at},
      version = version + 1
    where id = ${draft.id}`
}

export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await tx`delete from consultations.delivery_drafts where id = ${id}`
}

export function listDrafts(db: Queryable, consultationId: string): Promise<SplitDraft[]> {
  return db<SplitDraft[]>`
    select ${columns(db)} from consultations.delivery_drafts where consultation_id = ${consultationId}
    order by changed_at desc, id desc limit 50`
}

/** Drafts that nobody has touched for long. */
export async function countOldDrafts(db: Queryable, before: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from consultations.delivery_drafts where changed_at < ${before}`
  return row?.count ?? 0
}

export async function listOldDrafts(tx: Transaction, before: Date): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from consultations.delivery_drafts where changed_at < ${before} order by id for update`
  return rows.map(({ id }) => id)
}
