import type { StoredPlace } from '../anchor-queries.ts'
import type { StoredChange, TextDoubt, TextNode } from '../text-queries.ts'

/** A row of what changed, before it has its place in the order. `id`: of the row that stood there before. */
export type ChangeRow = Omit<StoredChange, 'id' | 'earlierVersionId' | 'versionId' | 'ordinal'> & { id?: string }

/** A doubt as it is known again: its reason, its words, and how it was settled. */
export type SettledDoubt = Pick<TextDoubt, 'nodeId' | 'reason' | 'source' | 'settlement' | 'settledBy'>

export type CarriedSettlement = { settlement: NonNullable<TextDoubt['settlement']>; settledBy: string | null }

/** Where something stands, as far as it is needed to seek it from there. */
export type KnownPlace = Pick<StoredPlace, 'versionId' | 'nodeId' | 'startAt' | 'endAt'>

export type PlacedNode = Pick<TextNode, 'nodeId' | 'parentId' | 'kind' | 'label' | 'heading' | 'body'>
