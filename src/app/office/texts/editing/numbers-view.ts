import { nameOf, isUnit, type Draft } from '#platform/texts/editing/draft-tree-rules.ts'
import { newLabels, type RenumberOrder } from '#platform/texts/editing/renumber-rules.ts'
import { renumber, type OpenReference } from '#platform/texts/editing/rewrite-references-rules.ts'
import type { EditingView } from './editing-view.ts'

export type ChosenNumbers = { what: RenumberOrder['what']; from: string | null; article: string | null }

export type NumbersView = EditingView & {
  chosen: ChosenNumbers
  articles: { nodeId: string; name: string }[]
  /** Null: nothing was asked for yet. */
  preview: {
    labels: { name: string; from: string | null; to: string }[]
    references: { name: string; before: string; after: string }[]
    open: { name: string; sentence: string; why: OpenReference['why'] }[]
  } | null
}

/** Null where an article is to be numbered and none was named. */
export function orderOf({ what, from, article }: ChosenNumbers): RenumberOrder | null {
  if (what === 'items') return article === null ? null : { what, article }
  return what === 'articles' ? { what, from } : { what }
}

export function viewNumbers(view: EditingView, chosen: ChosenNumbers, asked: boolean): NumbersView {
  const { rows } = view
  const articles = rows.filter((node) => node.kind === 'article')
  const named = articles.map((node) => ({
    nodeId: node.nodeId,
    name: [nameOf(node), node.heading].filter(Boolean).join(' – '),
  }))
  const order = asked ? orderOf(chosen) : null
  return { ...view, chosen, articles: named, preview: order && previewOf(rows, order) }
}

function previewOf(rows: Draft, order: RenumberOrder): NumbersView['preview'] {
  const { labels, references, open } = renumber(rows, newLabels(rows, order))
  const names = unitNames(rows)
  const placed = <One extends { nodeId: string }>(one: One) => ({ ...one, name: names.get(one.nodeId) ?? '' })
  const byId = new Map(rows.map((node) => [node.nodeId, node]))
  return {
    labels: labels.map((one) => {
      const node = byId.get(one.nodeId)
      return {
        ...one,
        name: (node && isUnit(node) ? node.heading : node?.body.slice(0, 80)) ?? names.get(one.nodeId) ?? '',
      }
    }),
    references: references.map(placed),
    open: open.map(placed),
  }
}

/** By node: what the part is called in which it stands. */
function unitNames(rows: Draft): Map<string, string> {
  const names = new Map<string, string>()
  for (const node of rows) {
    const above = node.parentId === null ? undefined : names.get(node.parentId)
    names.set(node.nodeId, isUnit(node) || above === undefined ? nameOf(node) : above)
  }
  return names
}
