import type { NodeKind } from '#platform/texts/text-rules.ts'

type Named = {
  nodeId: string
  parentId: string | null
  kind: NodeKind
  label: string | null
  body: string
  heading: string | null
}

/** How a part of a text is called in a list: `Neni 12, pika 3, shkronja b`. */
export function nodeNames(nodes: readonly Named[], words: Record<NodeKind, string>): Map<string, string> {
  const names = new Map<string, string>()
  for (const node of nodes) {
    const above = node.parentId === null ? undefined : nodes.length > 0 ? names.get(node.parentId) : undefined
    const own = [
      words[node.kind],
      node.label?.replace(/[.)]$/, '') ?? (node.kind === 'paragraph' ? excerptOf(node) : null),
    ]
    const name = own.filter(Boolean).join(' ')
    names.set(node.nodeId, above !== undefined && isItem(node.kind) ? `${above}, ${name}` : name)
  }
  return names
}

const isItem = (kind: NodeKind): boolean => ['point', 'letter', 'paragraph', 'table'].includes(kind)

const excerptOf = ({ heading, body }: Named): string => {
  const words = [...(heading ?? body)]
  return words.length > 40 ? `«${words.slice(0, 40).join('')}…»` : `«${words.join('')}»`
}
