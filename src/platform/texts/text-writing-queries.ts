import { one, type Queryable, type Transaction } from '../db/database.ts'
import { nodeDigest } from './node-rules.ts'
import type { Settlement, SourceKind, TextDoubt, TextState, TextVersion } from './text-queries.ts'
import type { ReadText } from './text-rules.ts'

/** What the deeds of this folder write. Others read (text-queries.ts) or call a deed. */

/** Locks the version, so that nothing else changes its draft or publishes it meanwhile. */
export async function holdTextVersion(
  tx: Transaction,
  versionId: string,
): Promise<Pick<TextVersion, 'id' | 'institutionId' | 'state'> | null> {
  return one(
    await tx<Pick<TextVersion, 'id' | 'institutionId' | 'state'>[]>`
      select id, institution_id, state from platform.text_versions where id = ${versionId} for update`,
  )
}

export async function insertText(tx: Transaction, institutionId: string, at: Date): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.texts (institution_id, created_at) values (${institutionId}, ${at}) returning id`
  if (!row) throw new Error('an insert returns its row')
  return row.id
}

type NewVersion = Pick<
  TextVersion,
  'textId' | 'institutionId' | 'lang' | 'sourceKind' | 'sourceDocument' | 'readAt'
> & {
  /** The version that it continues. */
  basedOn?: string
}

export async function insertTextVersion(tx: Transaction, version: NewVersion): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.text_versions (text_id, institution_id, n, lang, source_kind, source_document, read_at, based_on)
    select ${version.textId}, ${version.institutionId}, coalesce(max(n), 0) + 1, ${version.lang}, ${version.sourceKind},
      ${version.sourceDocument}, ${version.readAt}, ${version.basedOn ?? null}
    from platform.text_versions where text_id = ${version.textId}
    returning id`
  if (!row) throw new Error('an insert returns its row')
  return row.id
}

export async function setVersionSource(
  tx: Transaction,
  versionId: string,
  source: { kind: SourceKind; document: string | null; readAt: Date },
): Promise<void> {
  await tx`
    update platform.text_versions
    set source_kind = ${source.kind}, source_document = ${source.document}, read_at = ${source.readAt}
    where id = ${versionId}`
}

type Place = { institutionId: string; versionId: string }

/**
 * PostgreSQL keeps its plan for checking foreign keys as long as a session lasts. Made while the table was nearly empty,
 * it reads the whole table for each row: measured, 9 to 15 seconds for 4,800 nodes instead of one.
 */
async function withFreshPlans(tx: Transaction, work: () => Promise<void>): Promise<void> {
  await tx`set local plan_cache_mode = force_custom_plan`
  await work()
  await tx`set local plan_cache_mode = auto`
}

/**
 * So many nodes go in before the rest. A version that the planner has never seen counts as one row, and then any index
 * that begins with the version seems as good as the key: each foreign key reads all nodes of the version, 51 seconds for
 * 6,000. Counted after the first of them, the same takes half a second.
 */
const FIRST_NODES = 500

/**
 * All that was read: the nodes in their order, for a node stands after its parent. `ids`: their lineages, where they
 * continue what stood there before.
 */
export async function insertReading(
  tx: Transaction,
  place: Place,
  read: ReadText,
  ids: readonly string[] = read.nodes.map(() => crypto.randomUUID()),
): Promise<void> {
  await withFreshPlans(tx, () => insertNodes(tx, place, read.nodes, ids, 0, FIRST_NODES))
  if (read.nodes.length > FIRST_NODES) {
    await tx`analyze platform.text_nodes`
    await insertNodes(tx, place, read.nodes, ids, FIRST_NODES, read.nodes.length)
  }
  await withFreshPlans(tx, () => insertDoubts(tx, place, read.doubts, ids))
  await tx`
    insert into platform.text_sources (version_id, institution_id, paragraphs)
    values (${place.versionId}, ${place.institutionId}, ${read.source}::text[])`
}

async function insertNodes(
  tx: Transaction,
  { institutionId, versionId }: Place,
  nodes: ReadText['nodes'],
  ids: readonly string[],
  from: number,
  to: number,
): Promise<void> {
  const part = nodes.slice(from, to)
  const column = <Value>(of: (node: ReadText['nodes'][number]) => Value) => part.map(of)
  await tx`
    insert into platform.text_nodes
      (version_id, institution_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest)
    select ${versionId}, ${institutionId}, node_id, parent_id, ordinal + ${from}::int, kind, label, heading, body,
      printed, digest
    from unnest(
      ${ids.slice(from, to)}::uuid[], ${column((node) => idAt(ids, node.parent))}::uuid[],
      ${column((node) => node.kind)}::text[], ${column((node) => node.label)}::text[],
      ${column((node) => node.heading)}::text[], ${column((node) => node.body)}::text[],
      ${column((node) => node.printed)}::text[], ${column(nodeDigest)}::text[]
    ) with ordinality as node (node_id, parent_id, kind, label, heading, body, printed, digest, ordinal)`
}

async function insertDoubts(
  tx: Transaction,
  { institutionId, versionId }: Place,
  doubts: ReadText['doubts'],
  ids: readonly string[],
): Promise<void> {
  await tx`
    insert into platform.text_doubts (version_id, institution_id, node_id, reason, source, ordinal)
    select ${versionId}, ${institutionId}, node_id, reason, source, ordinal
    from unnest(
      ${doubts.map((doubt) => idAt(ids, doubt.node))}::uuid[], ${doubts.map((doubt) => doubt.reason)}::text[],
      ${doubts.map((doubt) => doubt.source)}::text[]
    ) with ordinality as doubt (node_id, reason, source, ordinal)`
}

const idAt = (ids: readonly string[], index: number | null): string | null =>
  index === null ? null : (ids[index] ?? null)

export const deleteReading = (tx: Transaction, versionId: string): Promise<void> =>
  withFreshPlans(tx, async () => {
    await tx`delete from platform.text_sources where version_id = ${versionId}`
    await tx`delete from platform.text_doubts where version_id = ${versionId}`
    await tx`delete from platform.text_nodes where version_id = ${versionId}`
  })

export type HeldDoubt = TextDoubt & { versionId: string; state: TextState }

/** Locks the version with its doubt. */
export async function holdDoubt(tx: Transaction, doubtId: string): Promise<HeldDoubt | null> {
  return one(
    await tx<HeldDoubt[]>`
      select doubt.id, doubt.ordinal, doubt.node_id, doubt.reason, doubt.source, doubt.settled_at, doubt.settled_by,
        doubt.settlement, doubt.remembered, doubt.version_id, version.state
      from platform.text_doubts as doubt
      join platform.text_versions as version on version.id = doubt.version_id
      where doubt.id = ${doubtId} for update`,
  )
}

export async function setSettlement(
  tx: Transaction,
  doubtId: string,
  settled: { settlement: Settlement; by: string | null; at: Date },
): Promise<void> {
  await tx`
    update platform.text_doubts
    set settlement = ${settled.settlement}, settled_by = ${settled.by}, settled_at = ${settled.at}
    where id = ${doubtId}`
}

export async function hasChildren(db: Queryable, versionId: string, nodeId: string): Promise<boolean> {
  const rows = await db`
    select from platform.text_nodes where version_id = ${versionId} and parent_id = ${nodeId} limit 1`
  return rows.length > 0
}

export async function deleteNode(tx: Transaction, versionId: string, nodeId: string): Promise<void> {
  await tx`delete from platform.text_nodes where version_id = ${versionId} and node_id = ${nodeId}`
}

export async function setPublished(tx: Transaction, versionId: string, at: Date): Promise<void> {
  await tx`update platform.text_versions set state = 'published', published_at = ${at} where id = ${versionId}`
}
