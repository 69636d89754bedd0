import { versionUrls } from '#platform/texts/version-address-rules.ts'

/** What is kept of it: see `listCommentPlaces`. */
export type CommentPlaceRow = {
  id: string
  /** Number of the version on which it was made, and the article of that version. */
  madeIn: number
  madeNodeId: string
  /** Null: it has still to be found. */
  outcome: 'same' | 'moved' | 'reworded' | 'gone' | null
  /** False: a person has still to look. */
  settled: boolean
  /** The article under which it is listed now, and its label. */
  nodeId: string | null
  label: string | null
}

/** What everybody reads of a comment on an earlier version: how it stands in the one that is read now. */
export type CommentPlace = {
  /** The version on which it was made, the article of that version, and the newest version. */
  madeIn: number
  madeNodeId: string
  newest: number
  /** `outside`: in no article; `doubtful`: a person has still to look; `awaited`: still to be found. */
  standing: 'same' | 'renumbered' | 'moved' | 'reworded' | 'outside' | 'gone' | 'doubtful' | 'awaited'
  /** The article under which it is listed now. Null: under none. */
  nodeId: string | null
  label: string | null
}

/** By comment. */
export type CommentPlaces = ReadonlyMap<string, CommentPlace>

/** `madeLabel`: the label that its article had. */
export function placeOfComment(row: CommentPlaceRow, newest: number, madeLabel: string | null): CommentPlace {
  const { madeIn, madeNodeId, nodeId, label } = row
  return { madeIn, madeNodeId, newest, standing: standingOf(row, madeLabel), nodeId, label }
}

function standingOf({ outcome, settled, nodeId, label }: CommentPlaceRow, madeLabel: string | null) {
  if (outcome === null) return 'awaited'
  if (!settled) return 'doubtful'
  if (outcome !== 'gone' && nodeId === null) return 'outside'
  return outcome === 'same' && label !== madeLabel ? 'renumbered' : outcome
}

/** What became of its article from the version on which it was made to the newest. `record`: address of the consultation. */
export const comparisonOf = (record: string, { newest, madeIn, madeNodeId }: CommentPlace): string =>
  versionUrls.comparison(record, { later: newest, earlier: madeIn, node: madeNodeId })
