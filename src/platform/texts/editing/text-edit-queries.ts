import { one, type Queryable, type Transaction } from '../../db/database.ts'
import { nodeDigest } from '../node-rules.ts'
import type { DraftNode } from './draft-tree-rules.ts'
import type { EditKind } from './edit-log-rules.ts'

/** A run of rows that an edit replaced: after which row they stood, what stood there, how many stand there now. */
export type Replaced = {
  after: string | null
  rows: DraftNode[]
  count: number
  doubts: { id: string; nodeId: string }[]
}

export type TextEdit = {
  id: string
  n: number
  kind: EditKind
  about: string
  byName: string
  at: Date
  undoneAt: Date | null
  undoneByName: string | null
}

/** Newest first. */
export const listTextEdits = (db: Queryable, versionId: string): Promise<TextEdit[]> => db<TextEdit[]>`
  select edit.id, edit.n, edit.kind, edit.about, author.name as by_name, edit.at, edit.undone_at,
    undoer.name as undone_by_name
  from platform.text_edits as edit
  join platform.accounts as author on author.id = edit.by_account
  left join platform.accounts as undoer on undoer.id = edit.undone_by
  where edit.version_id = ${versionId} order by edit.n desc`

/** Whether this form was answered before. */
export async function isSubmitted(db: Queryable, versionId: string, submission: string): Promise<boolean> {
  const rows = await db`
    select from platform.text_edits where version_id = ${versionId} and submission = ${submission}`
  return rows.length > 0
}

export type NewEdit = {
  institutionId: string
  versionId: string
  submission: string
  kind: EditKind
  about: string
  by: string
  at: Date
  before: Replaced
  afterDigest: string
}

/** So many can be taken back. */
const MOST_KEPT = 50

export async function insertTextEdit(tx: Transaction, edit: NewEdit): Promise<void> {
  await tx`
    insert into platform.text_edits
      (institution_id, version_id, n, submission, kind, about, by_account, at, before, after_digest)
    select ${edit.institutionId}, ${edit.versionId}, coalesce(max(n), 0) + 1, ${edit.submission}, ${edit.kind},
      ${edit.about}, ${edit.by}, ${edit.at}, ${tx.json(edit.before)}, ${edit.afterDigest}
    from platform.text_edits where version_id = ${edit.versionId}`
  await tx`
    delete from platform.text_edits
    where version_id = ${edit.versionId}
      and n <= (select max(n) from platform.text_edits where version_id = ${edit.versionId}) - ${MOST_KEPT}::int`
}

export type LastEdit = { id: string; n: number; kind: EditKind; about: string; before: Replaced; afterDigest: string }

/** The last edit that has not been taken back. */
export async function findLastEdit(db: Queryable, versionId: string): Promise<LastEdit | null> {
  return one(
    await db<LastEdit[]>`
      select id, n, kind, about, before, after_digest from platform.text_edits
      where version_id = ${versionId} and undone_at is null order by n desc limit 1`,
  )
}

export async function setUndone(tx: Transaction, editId: string, by: string, at: Date): Promise<void> {
  await tx`update platform.text_edits set undone_by = ${by}, undone_at = ${at} where id = ${editId}`
}

/** Doubts that hang on these nodes. */
export const listDoubtsOfNodes = (
  db: Queryable,
  versionId: string,
  nodeIds: readonly string[],
): Promise<{ id: string; nodeId: string }[]> => db<{ id: string; nodeId: string }[]>`
  select id, node_id from platform.text_doubts
  where version_id = ${versionId} and node_id = any(${nodeIds}::uuid[]) order by ordinal`

export async function setDoubtsOfNodes(
  tx: Transaction,
  versionId: string,
  doubts: readonly { id: string; nodeId: string }[],
): Promise<void> {
  if (doubts.length === 0) return
  await tx`
    update platform.text_doubts as doubt set node_id = given.node_id
    from unnest(${doubts.map((doubt) => doubt.id)}::uuid[], ${doubts.map((doubt) => doubt.nodeId)}::uuid[])
      as given (id, node_id)
    where doubt.id = given.id and doubt.version_id = ${versionId}`
}

type Place = { institutionId: string; versionId: string }

/**
 * A draft as it is to stand: rows that are gone go, the others are written where they differ. Places in the order are
 * given first below zero, for no two rows may stand at the same place even for a moment.
 */
export async function writeDraft(
  tx: Transaction,
  place: Place,
  before: readonly (DraftNode & { ordinal: number })[],
  after: readonly DraftNode[],
): Promise<void> {
  const known = new Map(before.map((node) => [node.nodeId, node]))
  const wanted = new Set(after.map((node) => node.nodeId))
  const ordered = after.map((node, at) => ({ ...node, ordinal: at + 1 }))
  const fresh = ordered.filter((node) => !known.has(node.nodeId))
  const changed = ordered.filter((node) => {
    const old = known.get(node.nodeId)
    return old !== undefined && (differs(old, node) || old.ordinal !== node.ordinal)
  })
  const gone = before.filter((node) => !wanted.has(node.nodeId)).map((node) => node.nodeId)
  await tx`set local plan_cache_mode = force_custom_plan`
  if (changed.length > 0 || fresh.length > 0 || gone.length > 0) await setAside(tx, place, changed.concat(), gone)
  if (fresh.length > 0) await insertRows(tx, place, fresh)
  if (changed.length > 0) await updateRows(tx, place, changed)
  if (gone.length > 0) await deleteRows(tx, place, gone)
  await tx`set local plan_cache_mode = auto`
}

const differs = (old: DraftNode, next: DraftNode): boolean =>
  (['parentId', 'kind', 'label', 'heading', 'body', 'printed'] as const).some((field) => old[field] !== next[field])

const setAside = (tx: Transaction, { versionId }: Place, changed: readonly DraftNode[], gone: readonly string[]) => tx`
  update platform.text_nodes set ordinal = -1 - ordinal
  where version_id = ${versionId} and ordinal >= 0
    and node_id = any(${[...changed.map((node) => node.nodeId), ...gone]}::uuid[])`

type Ordered = DraftNode & { ordinal: number }

const columns = (rows: readonly Ordered[]) => ({
  ids: rows.map((node) => node.nodeId),
  parents: rows.map((node) => node.parentId),
  ordinals: rows.map((node) => node.ordinal),
  kinds: rows.map((node) => node.kind as string),
  labels: rows.map((node) => node.label),
  headings: rows.map((node) => node.heading),
  bodies: rows.map((node) => node.body),
  printed: rows.map((node) => node.printed),
  digests: rows.map(nodeDigest),
})

async function insertRows(tx: Transaction, { institutionId, versionId }: Place, rows: readonly Ordered[]) {
  const of = columns(rows)
  await tx`
    insert into platform.text_nodes
      (version_id, institution_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest)
    select ${versionId}, ${institutionId}, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest
    from unnest(${of.ids}::uuid[], ${of.parents}::uuid[], ${of.ordinals}::int[], ${of.kinds}::text[],
      ${of.labels}::text[], ${of.headings}::text[], ${of.bodies}::text[], ${of.printed}::text[], ${of.digests}::text[])
      as node (node_id, parent_id, ordinal, kind, label, heading, body, printed, digest)`
}

async function updateRows(tx: Transaction, { versionId }: Place, rows: readonly Ordered[]) {
  const of = columns(rows)
  await tx`
    update platform.text_nodes as node
    set parent_id = given.parent_id, ordinal = given.ordinal, kind = given.kind, label = given.label,
      heading = given.heading, body = given.body, printed = given.printed, digest = given.digest
    from unnest(${of.ids}::uuid[], ${of.parents}::uuid[], ${of.ordinals}::int[], ${of.kinds}::text[],
      ${of.labels}::text[], ${of.headings}::text[], ${of.bodies}::text[], ${of.printed}::text[], ${of.digests}::text[])
      as given (node_id, parent_id, ordinal, kind, label, heading, body, printed, digest)
    where node.version_id = ${versionId} and node.node_id = given.node_id`
}

async function deleteRows(tx: Transaction, { versionId }: Place, gone: readonly string[]) {
  await tx`delete from platform.text_nodes where version_id = ${versionId} and node_id = any(${gone}::uuid[])`
}
