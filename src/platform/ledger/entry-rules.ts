import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from './canonical-json-rules.ts'

/** What a record of one kind and version holds: every public field, as the database writes it in JSON. */
export type PublicRecord = { readonly [field: string]: Json }

/** Why there is no public record any more. Grounds and roles are words of the program, never somebody's own. */
export type Ended = { why: EndedWhy; ground?: string; role?: string }
export const ENDED_WHY = ['erased', 'withdrawn', 'taken-down', 'removed'] as const
export type EndedWhy = (typeof ENDED_WHY)[number]

/** What the log says of one change, in plain sight of everyone. */
export type EntryFacts = {
  /** Which fields the digest covers: the number of the shape of its kind, from 1. */
  v: number
  /** `consultations.comment` */
  kind: string
  /** `consultations.comment:<id>` */
  subject: string
  /** Of this kind and subject, from 1. */
  version: number
  /** The word of the institution in addresses; null: the whole installation. */
  institution: string | null
  at: Date
}

/** The largest leaf of C2SP tlog-tiles, in bytes. */
export const LARGEST_ENTRY = 65_535

/** A leaf of the log. */
export const entryOf = (facts: EntryFacts, what: { digest: Uint8Array } | { ended: Ended }): string =>
  canonicalJson({
    ...facts,
    at: facts.at.toISOString(),
    digest: 'digest' in what ? Buffer.from(what.digest).toString('hex') : null,
    ...('ended' in what && { ended: { ...what.ended } }),
  })

/** SHA-256 of the salt and the record in RFC 8785 JSON. Without the salt nobody can try whether it was these words. */
export const digestOf = (salt: Uint8Array, record: PublicRecord): Buffer =>
  createHash('sha256').update(salt).update(canonicalJson(record), 'utf8').digest()

/** RFC 6962 2.1: a zero byte keeps a leaf from passing as a node. */
export const leafHashOf = (entry: string): Buffer =>
  createHash('sha256').update(Buffer.of(0)).update(entry, 'utf8').digest()

/** The fields of one shape, out of all that the database gives. A field that is not there is a fault of the kind. */
export function shapeOf(record: PublicRecord, fields: readonly string[]): PublicRecord {
  return Object.fromEntries(
    fields.map((field) => {
      const value = record[field]
      if (value === undefined) throw new Error(`The public record has no field ${field}`)
      return [field, value]
    }),
  )
}
