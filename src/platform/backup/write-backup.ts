import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { keyFor } from '../auth/sealed.ts'
import { copiedRows } from '../db/copied-rows.ts'
import type { Transaction } from '../db/database.ts'
import { whileContentStays } from '../documents/content-queries.ts'
import { checkpointFile } from '../ledger/tree/kept-checkpoint.ts'
import type { Services } from '../services.ts'
import { checkBackup, type BackupCheck } from './check-backup.ts'
import { writeContainer, type AddMember } from './container.ts'
import {
  countRows,
  digestOfBytes,
  fileName,
  FORMAT,
  HEAD,
  KEPT_CHECKPOINT,
  LEFT_OUT,
  MANIFEST,
  partName,
  tableName,
  type Manifest,
  type TableInBackup,
} from './manifest-rules.ts'
import { whyNotWritten } from './path-faults.ts'
import {
  copyOut,
  findFacts,
  findJobLibrary,
  findNewestCheckpoint,
  fixFormats,
  listFiles,
  listMigrations,
  listTables,
  readSnapshot,
  type TableShape,
} from './snapshot-queries.ts'

type Needed = Pick<Services, 'db' | 'files' | 'settings' | 'clock'>

export type BackupOutcome =
  { kind: 'made'; path: string; manifest: Manifest; bytes: number; digest: string } | { kind: 'refused'; why: string }

/** Rows are gathered to parts of this size: tar wants to know the size of a member before its first byte. */
const PART_BYTES = 8_000_000

/**
 * A copy of everything in one file, consistent while people write, and read again before it gets its name. What stands
 * under a name is therefore always whole.
 */
export async function writeBackup(services: Needed, path: string): Promise<BackupOutcome> {
  const refusal = await refusalOf(path)
  if (refusal !== null) return { kind: 'refused', why: refusal }
  const aside = join(dirname(path), `.${basename(path)}.${randomUUID()}${UNFINISHED}`)
  try {
    await writeContainer(aside, services.clock.now(), (add) =>
      // Held before the snapshot is taken, so that nothing it names goes in between.
      whileContentStays(services.db, () => readSnapshot(services.db, (tx) => addAll(services, tx, add, aside))),
    )
    const check = await checkBackup(aside)
    if (check.kind !== 'sound') throw new Error(`What was written could not be read again: ${check.why}`)
    return await nameIt(aside, path, check)
  } catch (error) {
    const why = whyNotWritten(error, path)
    if (why === null) throw error
    return { kind: 'refused', why }
  } finally {
    // Where nothing may be written nothing can be looked for either.
    await rm(aside, { force: true }).catch(() => {})
  }
}

/** The end of the names of copies that are not whole yet, or never became so. */
export const UNFINISHED = '.unfinished'

async function refusalOf(path: string): Promise<string | null> {
  if (await stat(path).catch(() => null)) return `${path} is there already, and is not written over.`
  const folder = await stat(dirname(path)).catch(() => null)
  return folder?.isDirectory() ? null : `There is no folder ${dirname(path)}.`
}

async function nameIt(
  aside: string,
  path: string,
  { manifest, bytes, digest }: Extract<BackupCheck, { kind: 'sound' }>,
): Promise<BackupOutcome> {
  try {
    // A second name, where there is none yet: renaming would replace what somebody else has put there meanwhile.
    await link(aside, path)
  } catch (error) {
    if (await stat(path).catch(() => null)) return { kind: 'refused', why: `${path} is there already.` }
    // Filesystems of memory sticks know no second names.
    if (!(error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'ENOTSUP')))
      throw error
    await rename(aside, path)
  }
  await syncFolder(dirname(path))
  return { kind: 'made', path, manifest, bytes, digest }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function addAll(services: Needed, tx: Transaction, add: AddMember, aside: string): Promise<void> {
  await addBytes(add, HEAD, Buffer.from(`${JSON.stringify({ format: FORMAT })}\n`))
  await fixFormats(tx)
  const shapes = await listTables(tx)
  const tables: TableInBackup[] = []
  for (const shape of shapes) if (!LEFT_OUT[tableName(shape)]) tables.push(await addTable(tx, add, shape))
  const { files, missing } = await addFiles(services, tx, add, aside)
  const kept = await readFile(checkpointFile(services.settings)).catch(() => null)
  if (kept) await addBytes(add, KEPT_CHECKPOINT, kept)
  const leftOut = shapes.map(tableName).filter((name) => LEFT_OUT[name])
  const keptCheckpoint = kept && digestOfBytes(kept)
  const manifest = { ...(await describe(services, tx)), tables, leftOut, files, missing, keptCheckpoint }
  await addBytes(add, MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
}

const addBytes = (add: AddMember, name: string, bytes: Buffer): Promise<void> => add(name, bytes.length, bytes)

async function describe({ settings, clock }: Needed, tx: Transaction) {
  const { postgres, institutions, treeSize } = await findFacts(tx)
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  return {
    format: FORMAT,
    program: version,
    postgres,
    madeAt: clock.now().toISOString(),
    secret: secretMark(settings),
    migrations: await listMigrations(tx),
    jobLibrary: await findJobLibrary(tx),
    institutions,
    settings: {
      KUVEND_URL: settings.url,
      KUVEND_MAIL_FROM: settings.mailFrom,
      KUVEND_DEMO: settings.demo,
      KUVEND_PROXY: settings.trustedProxies,
      files: settings.s3Url === null ? 'disk' : 's3',
    },
    tree: { size: treeSize, checkpoint: await findNewestCheckpoint(tx) },
  } as const
}

/** Tells whether a secret is the one of a copy. Of the secret itself it tells nothing that could be used. */
export const secretMark = (settings: Pick<Services['settings'], 'secret'>): string =>
  keyFor(settings, 'backup mark').toString('hex').slice(0, 16)

async function addTable(tx: Transaction, add: AddMember, shape: TableShape): Promise<TableInBackup> {
  const name = tableName(shape)
  const hash = createHash('sha256')
  const sum = { rows: 0, bytes: 0, parts: 0 }
  let waiting: Buffer[] = []
  let size = 0
  const addPart = async () => {
    const part = Buffer.concat(waiting, size)
    waiting = []
    size = 0
    hash.update(part)
    sum.bytes += part.length
    await add(partName(name, sum.parts++), part.length, part)
  }
  // A piece is one row or several, always whole: PostgreSQL sends rows, and the stream joins what has piled up.
  for await (const piece of copiedRows(await copyOut(tx, shape))) {
    waiting.push(piece)
    size += piece.length
    sum.rows += countRows(piece)
    if (size >= PART_BYTES) await addPart()
  }
  if (size > 0 || sum.parts === 0) await addPart()
  const { schema, columns, identities: sequences } = shape
  return { schema, name: shape.name, columns, sequences, ...sum, digest: hash.digest('hex') }
}

async function addFiles(
  { files: store }: Needed,
  tx: Transaction,
  add: AddMember,
  aside: string,
): Promise<Pick<Manifest, 'files' | 'missing'>> {
  const files: Manifest['files'] = []
  const missing: string[] = []
  const copy = `${aside}.file`
  try {
    for (const { digest, size } of await listFiles(tx)) {
      const found = await fetchFile(store, digest, copy)
      if (found?.digest !== digest || found.size !== size) {
        // Its loss is told; it must not keep everything else from being copied.
        missing.push(digest)
        continue
      }
      await add(fileName(digest), size, createReadStream(copy))
      files.push({ digest, size })
    }
  } finally {
    await rm(copy, { force: true })
  }
  return { files, missing }
}

/** To a place of our own first: what is kept may be damaged, and a member must have the size it was announced with. */
async function fetchFile(
  store: Needed['files'],
  digest: string,
  path: string,
): Promise<{ digest: string; size: number } | null> {
  const content = await store.open(digest)
  if (!content) return null
  const hash = createHash('sha256')
  let size = 0
  await pipeline(
    content,
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece)
        size += piece.length
        yield piece
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  )
  return { digest: hash.digest('hex'), size }
}
