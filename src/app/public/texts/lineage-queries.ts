import type { Queryable } from '#platform/db/database.ts'
import type { NodeKind } from '#platform/texts/text-rules.ts'

/** A node of an article, or the article itself, in one of the versions. */
export type LineageNode = {
  versionId: string
  nodeId: string
  kind: NodeKind
  label: string | null
  heading: string | null
  body: string
  digest: string
}

/** One article with all beneath it, in each of these versions that holds it; in reading order. */
export const listLineage = (db: Queryable, versionIds: readonly string[], nodeId: string): Promise<LineageNode[]> => db<
  LineageNode[]
>`
  with recursive beneath as (
    select node.version_id, node.node_id, node.ordinal, node.kind, node.label, node.heading, node.body, node.digest
    from platform.text_nodes as node
    where node.version_id = any(${versionIds as string[]}::uuid[]) and node.node_id = ${nodeId}
    union all
    select child.version_id, child.node_id, child.ordinal, child.kind, child.label, child.heading, child.body, child.digest
    from beneath
    join platform.text_nodes as child on child.version_id = beneath.version_id and child.parent_id = beneath.node_id
  )
  select version_id, node_id, kind, label, heading, body, digest from beneath order by version_id, ordinal`

/** What a version did to an article besides keeping it: from which it came, or into which it went. */
export type LineageChange = {
  kind: 'moved' | 'reworded' | 'split' | 'merged' | 'new' | 'gone'
  earlierVersionId: string
  versionId: string
  earlierNodeId: string | null
  nodeId: string | null
  earlierLabel: string | null
  label: string | null
}

export const listLineageChanges = (
  db: Queryable,
  versionIds: readonly string[],
  nodeId: string,
): Promise<LineageChange[]> => db<LineageChange[]>`
  select change.kind, change.earlier_version_id, change.version_id, change.earlier_node_id, change.node_id,
         earlier.label as earlier_label, later.label
  from platform.node_changes as change
  left join platform.text_nodes as earlier
    on earlier.version_id = change.earlier_version_id and earlier.node_id = change.earlier_node_id
  left join platform.text_nodes as later on later.version_id = change.version_id and later.node_id = change.node_id
  where change.version_id = any(${versionIds as string[]}::uuid[]) and (
    change.node_id = ${nodeId} or change.earlier_node_id = ${nodeId})
  order by change.version_id, change.ordinal`

/** The article in which a node stands; null: none, or the node is none of this version. */
export async function findArticleAbove(db: Queryable, versionId: string, nodeId: string): Promise<string | null> {
  const [row] = await db<{ nodeId: string }[]>`
    with recursive above as (
      select node.node_id, node.parent_id, node.kind from platform.text_nodes as node
      where node.version_id = ${versionId} and node.node_id = ${nodeId}
      union all
      select parent.node_id, parent.parent_id, parent.kind
      from above
      join platform.text_nodes as parent on parent.version_id = ${versionId} and parent.node_id = above.parent_id
    )
    select node_id from above where kind = 'article' limit 1`
  return row?.nodeId ?? null
}
