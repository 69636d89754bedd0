import type { TextNode } from '../text-queries.ts'

/** What is compared: the nodes of one version in reading order, parents before their children. */
export type ComparedNode = Pick<TextNode, 'nodeId' | 'parentId' | 'kind' | 'label' | 'heading' | 'body' | 'digest'>

/**
 * What became of nodes. `moved` stands elsewhere with the same words, `reworded` says something else (and may stand elsewhere,
 * too); `split` is one that became several, `merged` several that became one. A label alone that differs, because what
 * stands before was taken out, is `same`: labels are attributes.
 */
export const CHANGE_KINDS = ['same', 'moved', 'reworded', 'split', 'merged', 'new', 'gone'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One link between two versions. */
export type NodeChange = {
  kind: ChangeKind
  /** Lineage ids in the earlier version: none of what is new, several of what was merged. */
  from: readonly string[]
  /** Ids in the later version: none of what is gone, several of what was split. */
  to: readonly string[]
  /** Of what was reworded, split or merged: whether it stands at another place, too. */
  alsoMoved: boolean
  /** How much of the words agrees, 0 to 1. */
  likeness: number
  /** False: a person has to decide. */
  certain: boolean
}

/**
 * Every node of either version stands in exactly one change; in reading order of the later version, what is gone where it
 * stood.
 */
export type Comparison = readonly NodeChange[]

/** A piece of two wordings: `same` in both, `added` in the later, `removed` from the earlier. */
export type WordPiece = { kind: 'same' | 'added' | 'removed'; words: string }

/** What somebody spoke about: a node, and of it exact words, or the whole. */
export type Anchor = {
  /** Whose it is: `consultations.comment:<uuid>`. */
  subject: string
  versionId: string
  nodeId: string
  quote: string | null
  prefix: string
  suffix: string
}

/** Where it stands in a later version. */
export type AnchorPlace = {
  outcome: 'same' | 'moved' | 'reworded' | 'gone'
  /** Null: gone. */
  nodeId: string | null
  /** Of a quotation: code points in `anchorForm(wordsOfNodes(…))` of the node, half-open. Null: the node as a whole. */
  place: { start: number; end: number } | null
  likeness: number
  certain: boolean
}
