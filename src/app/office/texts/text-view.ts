import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Queryable } from '#platform/db/database.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { countOpenPlaces } from '#platform/texts/anchor-queries.ts'
import { brokenReferences } from '#platform/texts/editing/rewrite-references-rules.ts'
import { treeOf, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import type { OfficeTextRecord, TextHolder } from '#platform/texts/text-holder.ts'
import {
  listDoubts,
  listNodeChanges,
  listNodes,
  listSource,
  listTextVersions,
  type TextDoubt,
  type TextVersion,
} from '#platform/texts/text-queries.ts'
import { isOpen } from '#platform/texts/versions/lineage-rules.ts'

/** A record's text as every page of this room needs it. */
export type TextHead = {
  holder: TextHolder
  record: OfficeTextRecord
  /** Newest first. */
  versions: TextVersion[]
  draft: TextVersion | null
  published: TextVersion | null
  changes: { all: number; open: number }
  openDoubts: number
  openPlaces: number
  mayWrite: boolean
  mayPublish: boolean
}

/** Null for what is not there, or belongs to an institution of others. */
export async function viewHead(
  { db }: Services,
  holder: TextHolder,
  official: Official,
  lang: Lang,
  id: string,
): Promise<TextHead | null> {
  const record = isUuid(id) ? await holder.findForOffice(db, lang, id) : null
  if (!record || !mayIn(official, holder.readers, record.institutionId)) return null
  const versions = record.textId === null ? [] : await listTextVersions(db, record.textId, false)
  const draft = versions.find(({ state }) => state === 'draft') ?? null
  const published = versions.find(({ state }) => state === 'published') ?? null
  const [changes, doubts, openPlaces] = await Promise.all([
    draft?.basedOn ? listNodeChanges(db, draft.id) : [],
    draft ? listDoubts(db, draft.id) : [],
    published ? countOpenPlaces(db, published.id) : 0,
  ])
  return {
    holder,
    record,
    versions,
    draft,
    published,
    changes: { all: changes.length, open: changes.filter(isOpen).length },
    openDoubts: doubts.filter(({ settledAt }) => settledAt === null).length,
    openPlaces,
    mayWrite: mayIn(official, holder.writers, record.institutionId),
    mayPublish: mayIn(official, holder.publishers, record.institutionId),
  }
}

export type TextView = TextHead & {
  nodes: ShownNode[]
  count: number
  articles: number
  doubts: (TextDoubt & { where: ShownNode | null })[]
  /** Citations in the draft of articles that it does not hold. */
  broken: number
  source: string[]
}

/** The draft, or the newest version if there is none, beside what it was read from. */
export async function viewText(
  services: Services,
  holder: TextHolder,
  official: Official,
  lang: Lang,
  id: string,
): Promise<TextView | null> {
  const head = await viewHead(services, holder, official, lang, id)
  if (!head) return null
  const shown = head.draft ?? head.published
  if (!shown) return { ...head, nodes: [], count: 0, articles: 0, doubts: [], broken: 0, source: [] }
  return { ...head, ...(await contentOf(services.db, shown.id)) }
}

async function contentOf(db: Queryable, versionId: string): Promise<Omit<TextView, keyof TextHead>> {
  const [rows, doubts, source] = await Promise.all([
    listNodes(db, versionId),
    listDoubts(db, versionId),
    listSource(db, versionId),
  ])
  const nodes = treeOf(rows)
  const flat = new Map(flatten(nodes).map((node) => [node.nodeId, node]))
  return {
    nodes,
    count: rows.length,
    articles: rows.filter(({ kind }) => kind === 'article').length,
    doubts: doubts.map((doubt) => ({ ...doubt, where: doubt.nodeId ? (flat.get(doubt.nodeId) ?? null) : null })),
    broken: brokenReferences(rows).length,
    source,
  }
}

const flatten = (nodes: readonly ShownNode[]): ShownNode[] => nodes.flatMap((node) => [node, ...flatten(node.children)])
