import { canonicalJson, type Json } from '../canonical-json-rules.ts'
import { leafHashOf } from '../entry-rules.ts'

/** A line of the table of entries, as it is compared with its own leaf. */
export type EntryRow = {
  id: string
  kind: string
  subject: string
  version: number
  institutionId: string | null
  slug: string | null
  /** To the microsecond: `2026-11-22T11:00:00.000000Z`. */
  at: string
  entry: string
  leafHash: Buffer
  digest: Buffer | null
  salted: boolean
  ended: string | null
  leafIndex: string | null
}

export type CheckedEntry = {
  /** Of the bytes that stand in the entry. */
  hash: Buffer
  /** The first thing in which the line of the table and its leaf differ; null: none. */
  differs: string | null
  /** The institution that the leaf names. */
  institution: string | null
}

/** Compares a leaf with the columns beside it. Whether the leaf itself is the one that was signed, the tree tells. */
export function checkEntry(row: EntryRow): CheckedEntry {
  const hash = leafHashOf(row.entry)
  const leaf = leafOf(row.entry)
  if (leaf === null) return { hash, differs: 'the leaf is no JSON object in its one form', institution: null }
  const institution = typeof leaf.institution === 'string' ? leaf.institution : null
  return { hash, differs: hash.equals(row.leafHash) ? differenceOf(row, leaf) : 'leaf_hash', institution }
}

type Leaf = { readonly [field: string]: Json }

function leafOf(entry: string): Leaf | null {
  try {
    const value = JSON.parse(entry) as Json
    if (!isLeaf(value)) return null
    return canonicalJson(value) === entry ? value : null
  } catch {
    return null
  }
}

const isLeaf = (value: Json): value is Leaf => typeof value === 'object' && value !== null && !Array.isArray(value)

function differenceOf(row: EntryRow, leaf: Leaf): string | null {
  if (leaf.kind !== row.kind) return 'kind'
  if (leaf.subject !== row.subject) return 'subject'
  if (leaf.version !== row.version) return 'version'
  if (typeof leaf.v !== 'number' || !Number.isInteger(leaf.v) || leaf.v < 1) return 'v'
  if (typeof leaf.at !== 'string' || row.at !== leaf.at.replace(/Z$/, '000Z')) return 'at'
  if ((leaf.institution === null) !== (row.institutionId === null)) return 'institution_id'
  if (leaf.digest !== (row.digest?.toString('hex') ?? null)) return 'digest'
  const ended = leaf.ended ?? null
  const why = ended !== null && isLeaf(ended) ? (ended.why ?? null) : null
  return why === row.ended ? null : 'ended'
}

/** The number of its shape; null where the leaf cannot be read. */
export function shapeNumberOf(entry: string): number | null {
  const v = leafOf(entry)?.v
  return typeof v === 'number' ? v : null
}
