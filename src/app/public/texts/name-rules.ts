import type { NodeKind } from '#platform/texts/text-rules.ts'

type Named = { kind: NodeKind; label: string | null }

/** `Neni 5`, `Pika 2`: what it is, in the language of the page, and its label without the sign that closes it. */
export const nameOf = (node: Named, kinds: Record<NodeKind, string>): string =>
  [kinds[node.kind], node.label?.replace(/[.)]$/, '')].filter(Boolean).join(' ')

/** The same in the middle of a sentence: `neni 5`. */
export const nameWithin = (node: Named, kinds: Record<NodeKind, string>): string => {
  const name = nameOf(node, kinds)
  return name.charAt(0).toLowerCase() + name.slice(1)
}
