import { createHash } from 'node:crypto'
import { z } from 'zod'

export const FORMAT = 'kuvend-backup/1'

/** The first member, so that a foreign file is told at once; the last one says what must have been read by then. */
export const HEAD = 'kuvend-backup.json'
export const MANIFEST = 'manifest.json'
export const KEPT_CHECKPOINT = 'ledger/checkpoint'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const natural = z.number().int().nonnegative()
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)

const tableSchema = z.object({
  schema: name,
  name,
  columns: z.array(name).min(1),
  rows: natural,
  bytes: natural,
  /** Of all its parts, one after the other. */
  digest,
  parts: natural,
  /** Where its numbering stands; null: no number was given yet. */
  sequences: z.array(z.object({ column: name, last: z.string().regex(/^\d+$/).nullable() })),
})

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  program: z.string(),
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  /** A fingerprint of KUVEND_SECRET: tells whether a secret is the right one, and nothing else of it. */
  secret: z.string(),
  migrations: z.array(z.string().regex(/^\d{14}_[a-z_]+\.sql$/)).min(1),
  /** Number of the last migration of the job library. */
  jobLibrary: natural,
  institutions: natural,
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  tree: z.object({
    /** How many entries have their place. */
    size: natural,
    /** The newest published checkpoint. */
    checkpoint: z.object({ size: natural, root: z.string(), note: z.string() }).nullable(),
  }),
  tables: z.array(tableSchema),
  /** Tables whose content is not taken along. */
  leftOut: z.array(z.string()),
  files: z.array(z.object({ digest, size: natural })),
  /** Named by the database and not in the store when the copy was made. */
  missing: z.array(digest),
  /** The checkpoint kept outside the database. */
  keptCheckpoint: digest.nullable(),
})

export type Manifest = z.infer<typeof manifestSchema>
export type TableInBackup = z.infer<typeof tableSchema>

export function readManifest(text: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

export const tableName = ({ schema, name: of }: { schema: string; name: string }): string => `${schema}.${of}`

export const partName = (table: string, part: number): string => `tables/${table}/${String(part).padStart(6, '0')}.copy`

export const fileName = (of: string): string => `files/${of}`

/** What a member is, by its name; null: nothing that belongs there. */
export function readMember(
  member: string,
): { kind: 'part'; table: string; part: number } | { kind: 'file'; digest: string } | null {
  const part = /^tables\/([a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*)\/(\d{6,})\.copy$/.exec(member)
  if (part?.[1] && part[2]) return { kind: 'part', table: part[1], part: Number(part[2]) }
  const file = /^files\/([0-9a-f]{64})$/.exec(member)
  return file?.[1] ? { kind: 'file', digest: file[1] } : null
}

/** What the database keeps for a moment or for this machine alone, and is better not taken along. */
export const LEFT_OUT: Record<string, string> = {
  'platform.sessions': 'a sign-in that was ended since would be open again',
  'platform.passkey_challenges': 'lives five minutes, and belongs to a sign-in',
  'platform.sign_in_codes': 'a code that was used since would be good again',
  'platform.rate_limits': 'lives a day',
  'platform.backup_runs': 'speaks of files on the machine it was made on',
  'platform.dumps':
    'is made anew from what is restored; whether it is void is told by transactions of the old database',
  'platform.dump_breaks': 'names transactions of the old database',
  'platform.search_documents': 'is built anew from what is restored',
  'platform.search_documents_next': 'is built anew from what is restored',
  'platform.search_words': 'is counted anew over what is restored',
  'platform.search_state': 'speaks of an index that is not taken along',
  'platform.changed_subjects': 'speaks of an index that is not taken along',
}

/** What is written in place of a column's value: what means nothing, or would do harm, in another database. */
export const INSTEAD: Record<string, Record<string, string>> = {
  'platform.ledger_entries': { xact: 'null::xid8' },
  'graphile_worker._private_jobs': { locked_at: 'null::timestamptz', locked_by: 'null::text' },
  'graphile_worker._private_job_queues': { locked_at: 'null::timestamptz', locked_by: 'null::text' },
  // A copy restored elsewhere for a trial must not take away the copies of the real one.
  'platform.backup_settings': { enabled: 'false' },
}

/** SHA-256 at the end of the file, in a frame that zstd skips: magic number, length, digest. RFC 8878 3.1.2. */
export const TRAILER_BYTES = 40
const TRAILER_HEAD = Buffer.from('5a2a4d1820000000', 'hex')

export const trailerOf = (sha256: Uint8Array): Buffer => Buffer.concat([TRAILER_HEAD, sha256])

/** The digest of all that stands before; null: not a trailer of ours. */
export const readTrailer = (bytes: Buffer): Buffer | null =>
  bytes.length === TRAILER_BYTES && bytes.subarray(0, 8).equals(TRAILER_HEAD) ? bytes.subarray(8) : null

/** RFC 8878 3.1.1. */
export const ZSTD_MAGIC = Buffer.from('28b52ffd', 'hex')

/** Newlines inside values are written as `\n`, so each that stands ends a row. */
export function countRows(copied: Uint8Array): number {
  let rows = 0
  for (let at = copied.indexOf(10); at !== -1; at = copied.indexOf(10, at + 1)) rows += 1
  return rows
}

export const digestOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
