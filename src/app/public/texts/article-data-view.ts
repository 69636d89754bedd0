import { shownLabel } from '#platform/texts/node-rules.ts'
import type { Because } from '#platform/texts/text-holder.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import type { ArticleVersionView } from './article-view.ts'

/** How anybody computes the digest again from `nodes`. */
const RECIPE =
  'SHA-256 of the UTF-8 JSON array, without spaces, of [kind, label, heading, words] of each node in order; NFC; null where there is none'

const nodeAsData = (node: ArticleVersionView['nodes'][number]) => ({
  id: node.nodeId,
  kind: node.kind,
  label: node.label,
  shownLabel: shownLabel(node),
  heading: node.heading,
  words: node.body,
  sha256: node.digest,
})

/** What people said that changed a text: the answer, the places, and the comments behind it. */
export const becauseAsData = (one: Because, url: string) => ({
  version: one.versionN,
  answer: one.code,
  decision: one.decided,
  url: url + one.href,
  places: one.places.map(({ nodeIds, href }) => ({ node: nodeIds.at(-1) ?? null, url: url + href })),
  comments: one.comments.map(({ code, href }) => ({ code, url: url + href })),
  moreComments: one.more,
})

/** One article of one version, as its page shows it. */
export function articleAsData(view: ArticleVersionView, url: string) {
  const { record, institution, version, newest, address, article, nodes, others } = view
  const at = (n: number) => url + versionUrls.article(address, n, article.nodeId)
  const link = (n: number, nodeId: string | null, label: string | null) =>
    nodeId === null ? null : { url: url + versionUrls.article(address, n, nodeId), label }
  const nOf = (id: string) => view.versions.find((one) => one.id === id)?.n ?? 0
  return {
    url: at(version.n),
    record: { url: url + address, title: record.title },
    institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
    version: { n: version.n, publishedAt: version.publishedAt, lang: version.lang, newest: version.id === newest.id },
    id: article.nodeId,
    kind: article.kind,
    label: article.label,
    heading: article.heading,
    sha256: view.digest,
    digestOf: RECIPE,
    nodes: nodes.map(nodeAsData),
    otherVersions: others.map((other) => ({
      url: at(other.version.n),
      n: other.version.n,
      label: other.label,
      sameWords: other.sameWords,
    })),
    cameFrom: view.cameFrom.map((one) => ({
      kind: one.kind,
      ...link(nOf(one.earlierVersionId), one.earlierNodeId, one.earlierLabel),
    })),
    wentInto: view.wentInto.map((one) => ({ kind: one.kind, ...link(nOf(one.versionId), one.nodeId, one.label) })),
    newWithVersion: view.newWith?.n ?? null,
    goneWithVersion: view.goneWith?.n ?? null,
    because: view.because.map((one) => becauseAsData(one, url)),
  }
}
