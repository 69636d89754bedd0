import { one, type Queryable } from '../db/database.ts'
import { wordsOfNodes } from './node-rules.ts'
import type { DoubtReason, NodeKind } from './text-rules.ts'

export type TextLang = 'sq' | 'en' | 'sr'
/** `written`: by hand in the office, from nothing or from what was read. */
export type SourceKind = 'docx' | 'odt' | 'pdf' | 'html' | 'akn' | 'pasted' | 'written'
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
  /** Settled as the same doubt about an earlier reading was. */
  remembered: boolean
}

export const listDoubts = (db: Queryable, versionId: string): Promise<TextDoubt[]> => db<TextDoubt[]>`
  select id, ordinal, node_id, reason, source, settled_at, settled_by, settlement, remembered
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
  /** The version that it continues. */
  basedOn: string | null
  /** What changed and why, in the institution's words. */
  summary: string | null
  summaryEn: string | null
}

const versionColumns = (db: Queryable) => db`
  id, text_id, institution_id, n, lang, state, source_kind, source_document, read_at, published_at, based_on, summary,
  summary_en`

export async function findTextVersion(db: Queryable, versionId: string): Promise<TextVersion | null> {
  return one(
    await db<TextVersion[]>`
      select ${versionColumns(db)} from platform.text_versions where id = ${versionId}`,
  )
}

/** Newest first; of a text that is read by everybody only those that are published. */
export const listTextVersions = (db: Queryable, textId: string, publishedOnly: boolean): Promise<TextVersion[]> =>
  db<TextVersion[]>`
    select ${versionColumns(db)} from platform.text_versions
    where text_id = ${textId} ${publishedOnly ? db`and state = 'published'` : db``}
    order by n desc`

/** What stands between a version and the one that it continues, in reading order; what is the same has no row. */
export type StoredChange = {
  id: string
  earlierVersionId: string
  versionId: string
  ordinal: number
  kind: 'moved' | 'reworded' | 'split' | 'merged' | 'new' | 'gone'
  earlierNodeId: string | null
  nodeId: string | null
  alsoMoved: boolean
  likeness: number
  proposedBy: 'program' | 'person'
  certain: boolean
  confirmedBy: string | null
  confirmedAt: Date | null
}

export const listNodeChanges = (db: Queryable, versionId: string): Promise<StoredChange[]> => db<StoredChange[]>`
  select id, earlier_version_id, version_id, ordinal, kind, earlier_node_id, node_id, also_moved, likeness, proposed_by,
    certain, confirmed_by, confirmed_at
  from platform.node_changes where version_id = ${versionId} order by ordinal`
