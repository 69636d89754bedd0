import type { Queryable } from '../../db/database.ts'
import { withSignatures } from './checkpoint-rules.ts'
import { sourceIn } from './growth-rules.ts'
import {
  consistencySpans,
  inclusionSpans,
  nodesOf,
  spanHash,
  type HashSource,
  type NodeAt,
  type Span,
} from './merkle-rules.ts'
import { tileOf } from './tile-rules.ts'
import { findNewestPublished, findTiles, type HeadRow } from './tree-queries.ts'

/** The newest published checkpoint. */
export type Head = HeadRow

/** Null: nothing has been signed yet. */
export const findHead = (db: Queryable): Promise<Head | null> => findNewestPublished(db)

/** The signed note with the lines of the witnesses that have seen it. */
export const checkpointNote = (head: Pick<Head, 'note' | 'cosignatures'>): string =>
  withSignatures(head.note, head.cosignatures)

/** That leaf `index` stands in the tree of `size` leaves: its sibling first. */
export const findInclusionProof = (db: Queryable, index: number, size: number): Promise<Buffer[]> =>
  findHashes(db, inclusionSpans(index, size))

/** That the tree of `to` leaves begins with that of `from`. */
export const findConsistencyProof = (db: Queryable, from: number, to: number): Promise<Buffer[]> =>
  findHashes(db, consistencySpans(from, to))

/** The root of the tree as it was with so many leaves. */
export async function rootAt(db: Queryable, size: number): Promise<Buffer> {
  const span = { start: 0, end: size }
  return spanHash(span, await openTiles(db, nodesOf(span)))
}

async function findHashes(db: Queryable, spans: readonly Span[]): Promise<Buffer[]> {
  const source = await openTiles(db, spans.flatMap(nodesOf))
  return spans.map((span) => spanHash(span, source))
}

/** The tiles that these nodes lie in, by one query: two or three for each 256-fold of the tree. */
export async function openTiles(db: Queryable, nodes: readonly NodeAt[]): Promise<HashSource> {
  const asked = new Map(nodes.map((node) => [JSON.stringify(tileOf(node)), tileOf(node)]))
  return sourceIn(asked.size > 0 ? await findTiles(db, [...asked.values()]) : [])
}
