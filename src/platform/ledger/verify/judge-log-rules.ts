import type { Mismatch } from './check-tiles.ts'
import type { Way } from './report-rules.ts'

/** An entry, or the place of one, that is not as it was signed. `row`: what its line of the table says of it. */
export type EntryFault = { way: Way; index: number; to?: number; detail: string }

/** What the walk over the log met. */
export type LogFacts = {
  mismatches: readonly Mismatch[]
  /** Columns that say something else than their own leaf, by index. */
  columns: ReadonlyMap<number, string>
  /** Places of the tree without an entry: from, to. */
  gaps: readonly { from: number; to: number }[]
  /** Indexes that the tree does not have. */
  beyond: readonly number[]
  /** Up to here the entries give the root of a checkpoint. */
  goodUpTo: number
}

export type LogVerdict = {
  entries: EntryFault[]
  /** Tiles of leaves that differ although the entries give the signed root. */
  tiles: { level: number; n: number; detail: string }[]
}

/** Tells which entries were altered, deleted, inserted or moved, and where the fault is the tile's. */
export function judgeLog({ mismatches, columns, gaps, beyond, goodUpTo }: LogFacts): LogVerdict {
  const isTile = ({ index }: Mismatch) => index < goodUpTo
  const wrong = mismatches.filter((one) => !isTile(one))
  const places = { ofTile: new Map<string, number>(), ofEntry: new Map<string, number>() }
  for (const { index, entry, tile } of wrong) {
    places.ofTile.set(tile, index)
    places.ofEntry.set(entry, index)
  }
  const judged = wrong.map((one) => judgeLeaf(one, places, columns.get(one.index)))
  const known = new Set(wrong.map(({ index }) => index))
  const ofColumns = [...columns].flatMap(([index, column]): EntryFault[] =>
    known.has(index) ? [] : [{ way: 'entry-altered', index, detail: saysOf(column) }],
  )
  const missing = gaps.map(({ from, to }): EntryFault => ({
    way: 'entry-deleted',
    index: from,
    to,
    detail: 'no entry has this place',
  }))
  const more = beyond.map((index): EntryFault => ({
    way: 'entry-inserted',
    index,
    detail: 'no checkpoint reaches this place',
  }))
  const entries = [...judged, ...ofColumns, ...missing, ...more].toSorted((one, other) => one.index - other.index)
  return { entries, tiles: mismatches.filter(isTile).map(tileFaultOf) }
}

type Places = { ofTile: ReadonlyMap<string, number>; ofEntry: ReadonlyMap<string, number> }

/** A leaf that stands where the tree has another one. */
function judgeLeaf({ index, entry, tile }: Mismatch, { ofTile, ofEntry }: Places, column?: string): EntryFault {
  const belongs = ofTile.get(entry)
  const stands = ofEntry.get(tile)
  if (belongs !== undefined && stands !== undefined)
    return { way: 'reordered', index, detail: `the entry of place ${belongs} stands here` }
  if (belongs !== undefined)
    return { way: 'entry-deleted', index, detail: `the entry of place ${belongs} stands here, and its own is gone` }
  if (stands !== undefined)
    return { way: 'entry-inserted', index, detail: `the tree knows no such entry; its own stands at ${stands}` }
  const says = column === undefined || column === 'leaf_hash' ? '' : `; ${saysOf(column)}`
  return { way: 'entry-altered', index, detail: `it is not the leaf that the tree has here${says}` }
}

const saysOf = (column: string): string => `its leaf and the table differ in ${column}`

const tileFaultOf = ({ index }: Mismatch) => ({
  level: 0,
  n: Math.floor(index / 256),
  detail: `the hash at place ${index % 256} is not that of entry ${index}, which the checkpoints confirm`,
})
