import { one, type Queryable } from '../db/database.ts'
import { wordsOfNodes } from './node-rules.ts'
import type { DoubtReason, NodeKind } from './text-rules.ts'

export type TextLang = 'sq' | 'en' | 'sr'
export type SourceKind = 'docx' | 'pasted'
export type TextState = 'draft' | 'published'
export type Settlement = 'kept' | 'left-out'

export type TextNode = {
  versionId: string
  /** The lineage: the same in every version in which the node lives on. */
  nodeId: string
  parentId: string | null
  ordinal: number
  kind: NodeKind
  label: string | null
  heading: string | null
  body: string
  printed: string
  digest: string
}

/** In reading order, parents before their children. */
export const listNodes = (db: Queryable, versionId: string): Promise<TextNode[]> => db<TextNode[]>`
  select version_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest
  from platform.text_nodes where version_id = ${versionId} order by ordinal`

/** A node with the words of all that stands beneath it, or null. */
export async function findNode(
  db: Queryable,
  versionId: string,
  nodeId: string,
): Promise<(TextNode & { words: string }) | null> {
  const nodes = await db<TextNode[]>`
    with recursive beneath as (
      select node.* from platform.text_nodes as node where node.version_id = ${versionId} and node.node_id = ${nodeId}
      union all
      select child.* from beneath
      join platform.text_nodes as child on child.version_id = beneath.version_id and child.parent_id = beneath.node_id
    )
    select version_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest
    from beneath order by ordinal`
  const node = one(nodes)
  return node && { ...node, words: wordsOfNodes(nodes) }
}

export type TextDoubt = {
  id: string
  ordinal: number
  /** Null: the words stand in no node. */
  nodeId: string | null
  reason: DoubtReason
  source: string
  settledAt: Date | null
  settledBy: string | null
  settlement: Settlement | null
}

export const listDoubts = (db: Queryable, versionId: string): Promise<TextDoubt[]> => db<TextDoubt[]>`
  select id, ordinal, node_id, reason, source, settled_at, settled_by, settlement
  from platform.text_doubts where version_id = ${versionId} order by ordinal`

export async function countOpenDoubts(db: Queryable, versionId: string): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from platform.text_doubts where version_id = ${versionId} and settled_at is null`,
  )
  return row?.count ?? 0
}

/** The paragraphs of the source, in order. */
export async function listSource(db: Queryable, versionId: string): Promise<string[]> {
  const row = one(
    await db<{ paragraphs: string[] }[]>`select paragraphs from platform.text_sources where version_id = ${versionId}`,
  )
  return row?.paragraphs ?? []
}

export type TextVersion = {
  id: string
  textId: string
  institutionId: string
  n: number
  lang: TextLang
  state: TextState
  sourceKind: SourceKind
  sourceDocument: string | null
  readAt: Date
  publishedAt: Date | null
}

export async function findTextVersion(db: Queryable, versionId: string): Promise<TextVersion | null> {
  return one(
    await db<TextVersion[]>`
      select id, text_id, institution_id, n, lang, state, source_kind, source_document, read_at, published_at
      from platform.text_versions where id = ${versionId}`,
  )
}
