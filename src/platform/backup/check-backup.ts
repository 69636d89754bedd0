import { createHash, type Hash } from 'node:crypto'
import { access, constants, stat } from 'node:fs/promises'
import { checkSeal, readContainer, type Member } from './container.ts'
import {
  countRows,
  FORMAT,
  HEAD,
  KEPT_CHECKPOINT,
  MANIFEST,
  readManifest,
  readMember,
  tableName,
  type Manifest,
} from './manifest-rules.ts'
import { whyNotRead } from './path-faults.ts'

export type BackupCheck =
  | { kind: 'sound'; manifest: Manifest; bytes: number; digest: string }
  | { kind: 'missing' | 'foreign' | 'damaged'; why: string }

/** Reads all of it and compares every digest, count and size with what the manifest says. Writes nothing. */
export async function checkBackup(path: string): Promise<BackupCheck> {
  const fault = await access(path, constants.R_OK).then(() => null, whyOf(path))
  if (fault !== null) return { kind: 'missing', why: fault }
  if (!(await stat(path)).isFile()) return { kind: 'missing', why: `${path} is no file.` }
  const seal = await checkSeal(path)
  if (seal.kind === 'foreign') return { kind: 'foreign', why: 'The file is not a copy made by Kuvend.' }
  if (seal.kind === 'damaged')
    return { kind: 'damaged', why: 'The file is damaged or cut short: it does not have its own digest.' }
  try {
    const read = await readAll(path)
    if (typeof read === 'string') return { kind: 'foreign', why: read }
    const why = faultOf(read)
    if (why !== null) return { kind: 'damaged', why }
    return { kind: 'sound', manifest: read.manifest, bytes: seal.bytes, digest: seal.digest }
  } catch (error) {
    return {
      kind: 'damaged',
      why: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

const whyOf = (path: string) => (error: unknown) => whyNotRead(error, path)

type Tallied = { rows: number; bytes: number; parts: number; hash: Hash }
type Read = {
  manifest: Manifest
  tables: Map<string, Tallied>
  files: Map<string, { digest: string; size: number }>
  kept: string | null
  unknown: string[]
}

/** All that was found in it, or why it is none of ours. */
async function readAll(path: string): Promise<Read | string> {
  const read: Omit<Read, 'manifest'> = { tables: new Map(), files: new Map(), kept: null, unknown: [] }
  let manifest: Manifest | null = null
  let first = true
  for await (const member of readContainer(path)) {
    if (first && (member.name !== HEAD || !(await textOf(member)).includes(`"${FORMAT}"`)))
      return `The file is not a copy in the format ${FORMAT}: another version of Kuvend may have made it.`
    if (!first && member.name === MANIFEST) manifest = readManifest(await textOf(member))
    else if (!first) await tally(read, member)
    first = false
  }
  return manifest === null ? 'The file has no manifest that this version of Kuvend understands.' : { ...read, manifest }
}

async function tally(read: Omit<Read, 'manifest'>, { name, content }: Member): Promise<void> {
  const member = readMember(name)
  if (member?.kind === 'part') {
    const table = read.tables.get(member.table) ?? { rows: 0, bytes: 0, parts: 0, hash: createHash('sha256') }
    if (member.part !== table.parts) read.unknown.push(name)
    table.parts += 1
    for await (const piece of content) {
      table.rows += countRows(piece)
      table.bytes += piece.length
      table.hash.update(piece)
    }
    read.tables.set(member.table, table)
    return
  }
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of content) {
    hash.update(piece)
    size += piece.length
  }
  const digest = hash.digest('hex')
  if (member?.kind === 'file') read.files.set(member.digest, { digest, size })
  else if (name === KEPT_CHECKPOINT) read.kept = digest
  else read.unknown.push(name)
}

export async function textOf({ content }: Pick<Member, 'content'>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

function faultOf({ manifest, tables, files, kept, unknown }: Read): string | null {
  const [stranger] = unknown
  if (stranger !== undefined) return `The file holds something that does not belong there: ${stranger}`
  for (const table of manifest.tables) {
    const found = tables.get(tableName(table))
    if (!found || found.parts !== table.parts || found.rows !== table.rows || found.bytes !== table.bytes)
      return `The table ${tableName(table)} is not whole.`
    if (found.hash.digest('hex') !== table.digest) return `The table ${tableName(table)} does not have its digest.`
  }
  for (const { digest, size } of manifest.files) {
    const found = files.get(digest)
    if (!found || found.digest !== digest || found.size !== size) return `The file ${digest} is not whole.`
  }
  if (manifest.tables.length !== tables.size || manifest.files.length !== files.size)
    return 'The file holds more than its manifest says.'
  return kept === manifest.keptCheckpoint ? null : 'The kept checkpoint is not whole.'
}
