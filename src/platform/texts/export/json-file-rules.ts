import { shownLabel } from '../node-rules.ts'
import type { ExportedBecause, ExportedChange, ExportedNode, ExportedText } from './exported-text.ts'

/** A version as data. Ids are lineages: the same article has the same id in every version. */
export function textAsData(
  text: ExportedText,
  changes: readonly ExportedChange[],
  because: readonly ExportedBecause[] = [],
): object {
  const { addresses, history, institution, nodes, record, version } = text
  return {
    record: {
      subject: record.subject,
      title: record.title,
      type: record.type,
      jurisdiction: record.jurisdiction,
      year: record.year,
      number: record.number,
      address: addresses.record,
    },
    institution,
    version: {
      number: version.n,
      language: version.lang,
      published_at: version.publishedAt.toISOString(),
      published_on: version.publishedOn,
      based_on: version.basedOn,
      summary: version.summary,
      summary_en: version.summaryEn,
      digest: version.digest,
      address: addresses.version,
      eli: addresses.eli,
    },
    versions: history.map(({ n, publishedOn }) => ({ number: n, published_on: publishedOn })),
    nodes: nodes.map(nodeAsData),
    changes: changes.map(({ kind, earlier, node, alsoMoved }) => ({ kind, earlier, node, also_moved: alsoMoved })),
    because: because.map(becauseAsData),
  }
}

const nodeAsData = (node: ExportedNode) => ({
  id: node.nodeId,
  parent: node.parentId,
  kind: node.kind,
  label: node.label,
  shown_label: shownLabel(node),
  heading: node.heading,
  body: node.body,
  printed: node.printed,
  digest: node.digest,
})

const becauseAsData = (one: ExportedBecause) => ({
  answer: one.answer,
  decision: one.decision,
  address: one.address,
  nodes: one.nodes,
  comments: one.comments,
  more_comments: one.more,
})
