import { one, type Queryable, type Transaction } from '../../db/database.ts'
import type { StoredChange } from '../text-queries.ts'
import type { ChangeRow } from './change-row.ts'

/** What the deeds on later versions write. */

/** The same nodes with the same lineages, and the paragraphs beside which they were read. */
export async function copyVersion(tx: Transaction, from: string, to: string): Promise<void> {
  await tx`set local plan_cache_mode = force_custom_plan`
  await tx`
    insert into platform.text_nodes
      (version_id, institution_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest)
    select ${to}, institution_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest
    from platform.text_nodes where version_id = ${from} order by ordinal`
  await tx`
    insert into platform.text_sources (version_id, institution_id, paragraphs)
    select ${to}, institution_id, paragraphs from platform.text_sources where version_id = ${from}`
  await tx`set local plan_cache_mode = auto`
}

export async function deleteChanges(tx: Transaction, versionId: string): Promise<void> {
  await tx`delete from platform.node_changes where version_id = ${versionId}`
}

type Between = { institutionId: string; earlierVersionId: string; versionId: string }

/** In the order of the list. A row that stood there before keeps its number, so that its address stays. */
export async function insertChanges(
  tx: Transaction,
  { institutionId, earlierVersionId, versionId }: Between,
  rows: readonly ChangeRow[],
): Promise<void> {
  if (rows.length === 0) return
  const column = <Value>(of: (row: ChangeRow) => Value) => rows.map(of)
  await tx`set local plan_cache_mode = force_custom_plan`
  await tx`
    insert into platform.node_changes
      (id, institution_id, earlier_version_id, version_id, ordinal, kind, earlier_node_id, node_id, also_moved, likeness,
       proposed_by, certain, confirmed_by, confirmed_at)
    select coalesce(id, gen_random_uuid()), ${institutionId}, ${earlierVersionId}, ${versionId}, ordinal, kind,
      earlier_node_id, node_id, also_moved, likeness, proposed_by, certain, confirmed_by, confirmed_at
    from unnest(
      ${column((row) => row.id ?? null)}::uuid[], ${column((row) => row.kind)}::text[],
      ${column((row) => row.earlierNodeId)}::uuid[], ${column((row) => row.nodeId)}::uuid[],
      ${column((row) => String(row.alsoMoved))}::text[]::boolean[], ${column((row) => row.likeness)}::real[],
      ${column((row) => row.proposedBy)}::text[], ${column((row) => String(row.certain))}::text[]::boolean[],
      ${column((row) => row.confirmedBy)}::uuid[],
      ${column((row) => row.confirmedAt?.toISOString() ?? null)}::timestamptz[]
    ) with ordinality as change
      (id, kind, earlier_node_id, node_id, also_moved, likeness, proposed_by, certain, confirmed_by, confirmed_at, ordinal)`
  await tx`set local plan_cache_mode = auto`
}

/** What hangs on the node follows: its children, doubts and changes. Another node must not have this lineage. */
export async function renameNode(tx: Transaction, versionId: string, from: string, to: string): Promise<void> {
  await tx`update platform.text_nodes set node_id = ${to} where version_id = ${versionId} and node_id = ${from}`
}

export async function nodeIsThere(db: Queryable, versionId: string, nodeId: string): Promise<boolean> {
  const rows = await db`select from platform.text_nodes where version_id = ${versionId} and node_id = ${nodeId}`
  return rows.length > 0
}

export async function hasArticles(db: Queryable, versionId: string): Promise<boolean> {
  const rows = await db`
    select from platform.text_nodes where version_id = ${versionId} and kind = 'article' limit 1`
  return rows.length > 0
}

/** From here on nothing of it changes: what it says of itself goes in with the state. */
export async function setVersionPublished(
  tx: Transaction,
  versionId: string,
  { summary, summaryEn, at }: { summary: string; summaryEn: string | null; at: Date },
): Promise<void> {
  await tx`
    update platform.text_versions
    set state = 'published', published_at = ${at}, summary = ${summary}, summary_en = ${summaryEn}
    where id = ${versionId}`
}

export async function deleteVersion(tx: Transaction, versionId: string): Promise<void> {
  await tx`delete from platform.text_versions where id = ${versionId}`
}

/** Doubts of a new reading that were kept before are kept again. */
export async function rememberKept(
  tx: Transaction,
  versionId: string,
  kept: readonly { ordinal: number; settledBy: string | null }[],
  at: Date,
): Promise<void> {
  await tx`
    update platform.text_doubts as doubt
    set settlement = 'kept', settled_by = known.settled_by, settled_at = ${at}, remembered = true
    from unnest(${kept.map(({ ordinal }) => ordinal)}::int[], ${kept.map(({ settledBy }) => settledBy)}::uuid[])
      as known (ordinal, settled_by)
    where doubt.version_id = ${versionId} and doubt.ordinal = known.ordinal`
}

export async function markRemembered(tx: Transaction, doubtId: string): Promise<void> {
  await tx`update platform.text_doubts set remembered = true where id = ${doubtId}`
}

export type WaitingText = {
  textId: string
  openDoubts: number
  openChanges: number
  openPlaces: number
  draft: boolean
}

/** Texts with which somebody has still to do something: a later version in preparation, or comments without a sure place. */
export const listWaitingTexts = (db: Queryable, institutions: readonly string[] | null): Promise<WaitingText[]> =>
  db<WaitingText[]>`
    select text_id, sum(doubts)::int as open_doubts, sum(changes)::int as open_changes, sum(places)::int as open_places,
           bool_or(draft) as draft
    from (
      select version.text_id, true as draft, 0 as places,
             (select count(*) from platform.text_doubts as doubt
              where doubt.version_id = version.id and doubt.settled_at is null) as doubts,
             (select count(*) from platform.node_changes as change
              where change.version_id = version.id and not change.certain and change.confirmed_at is null) as changes
      from platform.text_versions as version
      where version.state = 'draft' and version.based_on is not null
        ${institutions ? db`and version.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      union all
      select version.text_id, false, count(*), 0, 0
      from platform.anchor_places as place
      join platform.text_versions as version on version.id = place.version_id
      where not place.certain and place.confirmed_at is null
        ${institutions ? db`and place.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      group by version.text_id
    ) as waiting
    group by text_id order by text_id`

export const findChange = async (db: Queryable, versionId: string, id: string): Promise<StoredChange | null> =>
  one(
    await db<StoredChange[]>`
      select id, earlier_version_id, version_id, ordinal, kind, earlier_node_id, node_id, also_moved, likeness, proposed_by,
        certain, confirmed_by, confirmed_at
      from platform.node_changes where version_id = ${versionId} and id = ${id}`,
  )
