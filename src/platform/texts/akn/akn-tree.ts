import { lineOf, type Line } from './akn-lines.ts'
import { childOf, elementsOf, type AknElement } from './akn-xml.ts'
import { labelOfNum } from './num-rules.ts'
import type { Aside } from '../structure/block-rules.ts'
import type { Doubt, NodeKind, ReadNode, ReadText } from '../text-rules.ts'

/** The tree as it grows: each node with the lines of its body, to be joined in the end. */
export type Reading = {
  nodes: (Omit<ReadNode, 'body' | 'printed'> & { head: string[]; lines: Line[]; lineage: string | null })[]
  doubts: Doubt[]
  source: string[]
  /** In this file sections are what articles are here. */
  sectionsAreArticles: boolean
}

/** Where words go. */
export type Place = {
  parent: number | null
  /** The node whose body they are, as long as nothing else has been read since. */
  owner: number | null
  /** What they are where no node owns them. */
  loose: NodeKind
}

export function finished({ doubts, nodes, source }: Reading): ReadText & { lineages: (string | null)[] } {
  return {
    nodes: nodes.map(({ head, kind, label, heading, lines, parent }) => ({
      kind,
      parent,
      label,
      heading,
      body: lines.map((line) => line.words).join('\n'),
      printed: [...head, ...lines.map((line) => line.printed)].filter(Boolean).join('\n'),
    })),
    doubts,
    source,
    lineages: nodes.map((node) => node.lineage),
  }
}

const HEAD = new Set(['num', 'heading', 'subheading'])

export const withoutHead = (element: AknElement): AknElement => ({
  ...element,
  children: element.children.filter((child) => typeof child === 'string' || !HEAD.has(child.name)),
})

/** Our own files write the label beside a number that does not give it. */
export function labelOf(element: AknElement): string | null {
  const num = childOf(element, 'num')
  if (!num) return null
  const { title } = num.attributes
  return title === undefined ? labelOfNum(lineOf(num).words) : title || null
}

/** A node with the number and heading of its element; its words are added after. */
export function addNode(reading: Reading, element: AknElement, kind: NodeKind, parent: number | null): number {
  const heads = elementsOf(element)
    .filter((child) => HEAD.has(child.name))
    .map((child) => ({ name: child.name, ...lineOf(child) }))
  const heading = heads.filter((one) => one.name !== 'num' && one.words !== '').map((one) => one.words)
  const head = heads.map((one) => one.printed).filter(Boolean)
  const label = labelOf(element)
  reading.nodes.push({
    kind,
    parent,
    label,
    heading: heading.join(' ') || null,
    head,
    lines: [],
    lineage: element.attributes.GUID ?? null,
  })
  reading.source.push(...head)
  addAsides(
    reading,
    heads.flatMap((one) => one.asides),
  )
  return reading.nodes.length - 1
}

export function addAsides(reading: Reading, asides: readonly Aside[]): void {
  for (const { reason, source } of asides) {
    reading.doubts.push({ node: null, reason, source })
    reading.source.push(source)
  }
}

/** Into the node that is open, as long as it is the last; else as nodes of their own. */
export function addLines(reading: Reading, lines: readonly Line[], place: Place): void {
  for (const line of lines) {
    const open = openNode(reading, place)
    if (open) open.lines.push(line)
    else
      reading.nodes.push({
        kind: place.loose,
        parent: place.parent,
        label: null,
        heading: null,
        head: [],
        lines: [line],
        lineage: null,
      })
    if (line.printed !== '') reading.source.push(line.printed)
  }
}

/** The words of a preamble, or of those who sign, are one node wherever the file parts them. */
function openNode({ nodes }: Reading, { loose, owner, parent }: Place): Reading['nodes'][number] | null {
  const last = nodes.at(-1)
  if (!last) return null
  if (owner !== null) return owner === nodes.length - 1 ? last : null
  return loose !== 'paragraph' && last.kind === loose && last.parent === parent ? last : null
}
