import { anchorForm } from '../anchor-rules.ts'
import type { Anchor } from '../compare/comparison.ts'
import { wordsOfNodes } from '../node-rules.ts'
import type { KnownPlace, PlacedNode } from './change-row.ts'

/** So much of what stands around a quotation is kept with it. */
const CONTEXT = 40

/** What a person has placed in a version, as if it had been said there. Null: gone. */
export function anchorOfPlace(anchor: Anchor, place: KnownPlace, nodes: readonly PlacedNode[]): Anchor | null {
  if (place.nodeId === null) return null
  const whole = { ...anchor, versionId: place.versionId, nodeId: place.nodeId, quote: null, prefix: '', suffix: '' }
  if (place.startAt === null || place.endAt === null) return whole
  const words = [...anchorForm(wordsOfNodes(beneath(nodes, place.nodeId)))]
  const part = (from: number, to: number) => words.slice(Math.max(0, from), to).join('')
  return {
    ...whole,
    quote: part(place.startAt, place.endAt),
    prefix: part(place.startAt - CONTEXT, place.startAt),
    suffix: part(place.endAt, place.endAt + CONTEXT),
  }
}

/** A node and all beneath it, in reading order. */
export function beneath(nodes: readonly PlacedNode[], nodeId: string): PlacedNode[] {
  const within = new Set([nodeId])
  return nodes.filter((node) => {
    if (node.parentId !== null && within.has(node.parentId)) within.add(node.nodeId)
    return within.has(node.nodeId)
  })
}
