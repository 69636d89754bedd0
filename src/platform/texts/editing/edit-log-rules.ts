import { createHash } from 'node:crypto'
import type { Draft, DraftNode } from './draft-tree-rules.ts'

/** What was done to a draft. */
const EDIT_KINDS = [
  'begun',
  'corrected',
  'added',
  'removed',
  'moved',
  'split',
  'merged',
  'made-heading',
  'renumbered',
] as const
export type EditKind = (typeof EDIT_KINDS)[number]

const FIELDS = ['nodeId', 'parentId', 'kind', 'label', 'heading', 'body', 'printed'] as const

/** SHA-256 of these rows: two wordings of a draft, or of one article, are the same if it is. */
export function draftDigest(rows: Draft): string {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(`${JSON.stringify(FIELDS.map((field) => row[field]))}\n`)
  return hash.digest('hex')
}

/** As much of the digest as a form carries, to tell whether somebody else was faster. */
export const lockOf = (rows: Draft): string => draftDigest(rows).slice(0, 20)

const same = (one: DraftNode | undefined, other: DraftNode | undefined): boolean =>
  one !== undefined && other !== undefined && FIELDS.every((field) => one[field] === other[field])

/** The rows between the first and the last that differ: all that has to be kept to go back. */
export function replacedBetween(
  before: Draft,
  after: Draft,
): { after: string | null; rows: DraftNode[]; count: number } {
  let head = 0
  while (head < before.length && head < after.length && same(before[head], after[head])) head += 1
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && same(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1
  return {
    after: before[head - 1]?.nodeId ?? null,
    rows: before.slice(head, before.length - tail),
    count: after.length - tail - head,
  }
}

/** What stood there before the edit. */
export function takenBack(
  now: Draft,
  replaced: { after: string | null; rows: DraftNode[]; count: number },
): DraftNode[] {
  const at = replaced.after === null ? 0 : now.findIndex((node) => node.nodeId === replaced.after) + 1
  return [...now.slice(0, at), ...replaced.rows, ...now.slice(at + replaced.count)]
}
