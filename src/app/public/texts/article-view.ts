import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { Services } from '#platform/services.ts'
import { articleDigest } from '#platform/texts/article-digest-rules.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import { findShown, isDivision, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import type { Because, TextHolder } from '#platform/texts/text-holder.ts'
import {
  findArticleAbove,
  listLineage,
  listLineageChanges,
  type LineageChange,
  type LineageNode,
} from './lineage-queries.ts'
import { versionOf, viewRecord, type PublicVersion, type RecordView } from './record-view.ts'

/** The same article in another version. */
export type OtherWording = {
  version: PublicVersion
  label: string | null
  /** Against the one that is shown. */
  sameWords: boolean
}

export type ArticleVersionView = RecordView & {
  version: PublicVersion
  article: ShownNode
  /** The whole text: where citations in it lead. */
  tree: readonly ShownNode[]
  /** The article and all beneath it as it is kept: what the digest is made of. */
  nodes: readonly LineageNode[]
  digest: string
  /** In which other versions it stands, newest first. */
  others: readonly OtherWording[]
  /** From which it came with this version, and into which it went with the next: splits and mergers alone. */
  cameFrom: readonly LineageChange[]
  wentInto: readonly LineageChange[]
  /** The first later version that no longer holds it. */
  goneWith: PublicVersion | null
  /** The version with which it came, where it is not the first. */
  newWith: PublicVersion | null
  /** The version before this one, if it holds the article, too. */
  before: PublicVersion | null
  entries: RecordEntriesView | null
  /** What people said that shaped it, up to this version. */
  because: readonly Because[]
}

type Asked = { holder: TextHolder; lang: Lang; slug: string; n: number; nodeId: string }

/** One article of one version, as it is quoted; `articleId` alone: the address is that of a point in it. */
export async function viewArticleVersion(
  services: Services,
  asked: Asked,
): Promise<ArticleVersionView | { articleId: string } | null> {
  const { db, clock } = services
  const view = await viewRecord(services, asked.holder, asked.lang, asked.slug)
  const version = view && versionOf(view, asked.n)
  if (!view || !version) return null
  const { tree } = await publishedText(db, version.id, clock.now())
  const article = findShown(tree, asked.nodeId)
  if (!article || isDivision(article)) return null
  if (article.kind !== 'article') {
    const articleId = await findArticleAbove(db, version.id, asked.nodeId)
    if (articleId !== null) return { articleId }
  }
  const wish = { recordId: view.record.id, versionId: version.id, sinceId: null, nodeIds: [asked.nodeId] }
  const [lineage, entries, because] = await Promise.all([
    readLineage(db, view, version, asked.nodeId),
    findEntriesOfRecord(db, view.record.subject),
    asked.holder.because?.(db, asked.lang, wish) ?? [],
  ])
  return { ...view, version, article, tree, ...lineage, entries, because }
}

async function readLineage(db: Queryable, { versions }: RecordView, version: PublicVersion, nodeId: string) {
  const ids = versions.map(({ id }) => id)
  const [all, changes] = await Promise.all([listLineage(db, ids, nodeId), listLineageChanges(db, ids, nodeId)])
  const nodesOf = (id: string) => all.filter((node) => node.versionId === id)
  const nodes = nodesOf(version.id)
  const digest = articleDigest(nodes)
  const holds = new Set(all.map((node) => node.versionId))
  const others = versions.flatMap((other) => {
    const own = other.id === version.id ? [] : nodesOf(other.id)
    const sameWords = wordsDigest(own) === wordsDigest(nodes)
    return own[0] ? [{ version: other, label: own[0].label, sameWords }] : []
  })
  const linked = changes.filter(({ kind }) => kind === 'split' || kind === 'merged')
  const place = versions.findIndex(({ id }) => id === version.id)
  const [before, oldest] = [versions[place + 1], versions.findLast(({ id }) => holds.has(id))]
  return {
    nodes,
    digest,
    others,
    cameFrom: linked.filter((one) => one.versionId === version.id && one.nodeId === nodeId),
    wentInto: linked.filter((one) => one.earlierVersionId === version.id && one.earlierNodeId === nodeId),
    goneWith: versions.slice(0, place).findLast(({ id }) => !holds.has(id)) ?? null,
    newWith: oldest && oldest.id !== versions.at(-1)?.id ? oldest : null,
    before: before && holds.has(before.id) ? before : null,
  }
}

/** Without the article's own label: a number alone that differs does not change what it says. */
const wordsDigest = ([head, ...beneath]: readonly LineageNode[]): string =>
  head ? articleDigest([{ ...head, label: null }, ...beneath]) : ''
