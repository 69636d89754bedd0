import type { Queryable } from '#platform/db/database.ts'
import type { TextNode } from '#platform/texts/text-queries.ts'

/** What each of these comments was written on: the exact words it spoke about, or all nodes of its article as they were. */
export type Base = { id: string; quote: string | null; nodes: Pick<TextNode, 'kind' | 'label' | 'heading' | 'body'>[] }

export const listBases = (db: Queryable, commentIds: readonly string[]): Promise<Base[]> => db<Base[]>`
  select comment.id, comment.quote, (
    with recursive beneath as (
      select node.node_id, node.version_id, node.ordinal, node.kind, node.label, node.heading, node.body
      from platform.text_nodes as node
      where comment.quote is null and node.version_id = comment.text_version_id and node.node_id = comment.node_id
      union all
      select child.node_id, child.version_id, child.ordinal, child.kind, child.label, child.heading, child.body
      from beneath join platform.text_nodes as child
        on child.version_id = beneath.version_id and child.parent_id = beneath.node_id)
    select coalesce(json_agg(json_build_object('kind', kind, 'label', label, 'heading', heading, 'body', body)
                             order by ordinal), '[]') from beneath) as nodes
  from consultations.comments as comment
  where comment.id = any(${commentIds as string[]}::uuid[]) and comment.node_id is not null`
