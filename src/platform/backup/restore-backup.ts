import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, opendir, readdir, rm, writeFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { copiedRows } from '../db/copied-rows.ts'
import type { Transaction } from '../db/database.ts'
import { hasUnfinishedRestore, migrate } from '../db/migrate.ts'
import { filesFolder } from '../files/open-file-store.ts'
import { migrateJobs } from '../jobs/worker.ts'
import { checkpointFile } from '../ledger/tree/kept-checkpoint.ts'
import type { Services } from '../services.ts'
import { checkBackup, textOf, type BackupCheck } from './check-backup.ts'
import { readContainer, type Member } from './container.ts'
import { KEPT_CHECKPOINT, readMember, tableName, type Manifest } from './manifest-rules.ts'
import {
  addForeignKeys,
  afterCopy,
  alone,
  beginMark,
  copyIn,
  countRelations,
  dropForeignKeys,
  emptyTables,
  endMark,
  setSequences,
  switchTriggers,
} from './restore-queries.ts'
import { copyOut, findJobLibrary, fixFormats, listTables, readSnapshot } from './snapshot-queries.ts'
import { rebuildTree, type RestoredTree } from './tree-root.ts'

export type RestoreOutcome =
  | { kind: 'restored'; manifest: Manifest; digest: string; tree: RestoredTree; migrated: string[] }
  | { kind: 'refused'; why: string }

type Sound = Extract<BackupCheck, { kind: 'sound' }>
type Place = { services: Services; databaseUrl: string; migrations: string }

/** Fills an empty database and an empty data folder from a copy. Nothing is written before the whole file was read. */
export async function restoreBackup(place: Place, path: string): Promise<RestoreOutcome> {
  const { services, migrations } = place
  const check = await checkBackup(path)
  if (check.kind !== 'sound') return refused(`${check.why} Nothing was written.`)
  const newer = await unknownTo(check.manifest, migrations)
  if (newer !== null) return refused(newer)
  const done = await alone(services.db, async (): Promise<RestoreOutcome> => {
    const inUse = await refusalOfPlace(services)
    return inUse === null ? fill(place, path, check) : refused(inUse)
  })
  return done ?? refused('Another restore into this database is at work.')
}

const refused = (why: string): RestoreOutcome => ({ kind: 'refused', why })

async function unknownTo({ migrations: ran, program }: Manifest, folder: string): Promise<string | null> {
  const known = new Set(await readdir(folder))
  return ran.every((name) => known.has(name))
    ? null
    : `The copy was made by a newer Kuvend (${program}). Install that version, then restore. Nothing was written.`
}

async function refusalOfPlace({ db, settings }: Services): Promise<string | null> {
  // What an earlier restore has left half done is cleared away and begun again.
  if (await hasUnfinishedRestore(db)) return null
  if ((await countRelations(db)) > 0)
    return (
      'The database is not empty. Restore into an empty one: with the embedded database give an empty folder as ' +
      'KUVEND_DATA (or move the old one aside), with DATABASE_URL make a new database with "createdb". Nothing was written.'
    )
  if (settings.s3Url === null && (await holdsFiles(filesFolder(settings))))
    return `${filesFolder(settings)} holds files already. Move them aside, then restore. Nothing was written.`
  return null
}

async function holdsFiles(folder: string): Promise<boolean> {
  const entries = await opendir(folder, { recursive: true }).catch(() => null)
  if (!entries) return false
  for await (const entry of entries) if (entry.isFile()) return true
  return false
}

async function fill({ services, databaseUrl, migrations }: Place, path: string, check: Sound): Promise<RestoreOutcome> {
  const { db, clock } = services
  const { manifest, digest } = check
  await beginMark(db, { digest, at: clock.now() })
  await migrateJobs(databaseUrl)
  if ((await findJobLibrary(db)) < manifest.jobLibrary)
    return refused(`The copy was made with a newer library of jobs (Kuvend ${manifest.program}). Install that version.`)
  await migrate(db, migrations, { restoring: true, only: manifest.migrations })
  await restoreFiles(services, path)
  await db.begin((tx) => loadTables(tx, path, manifest))
  await readSnapshot(db, (tx) => compareAll(tx, manifest))
  const migrated = await migrate(db, migrations, { restoring: true })
  const tree = await readSnapshot(db, (tx) => rebuildTree(tx, manifest.tree))
  const backup = { backupAt: new Date(manifest.madeAt), digest, treeSize: manifest.tree.size }
  await endMark(db, { ...backup, restoredAt: clock.now() })
  return { kind: 'restored', manifest, digest, tree, migrated }
}

async function restoreFiles({ files, settings }: Services, path: string): Promise<void> {
  const folder = join(settings.dataFolder, 'restore')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    for await (const member of readContainer(path)) {
      const read = readMember(member.name)
      if (member.name === KEPT_CHECKPOINT) await keepCheckpoint(checkpointFile(settings), member)
      if (read?.kind !== 'file') continue
      const copy = join(folder, read.digest)
      await pipeline(member.content, createWriteStream(copy, { mode: 0o600 }))
      await files.put(read.digest, copy)
      await rm(copy)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One that this machine has kept itself stays: it may be newer, and that is what it is kept for. */
async function keepCheckpoint(place: string, { content }: Member): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const note = await textOf({ content })
  await writeFile(place, note, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

/** All rows in one transaction, without the rights of a superuser: keys and triggers of its own tables a role may switch. */
async function loadTables(tx: Transaction, path: string, { tables }: Manifest): Promise<void> {
  await fixFormats(tx)
  const keys = await dropForeignKeys(tx)
  await switchTriggers(tx, tables, 'disable')
  await emptyTables(tx, tables)
  for await (const { name, content } of readContainer(path)) {
    const member = readMember(name)
    const table = member?.kind === 'part' ? tables.find((one) => tableName(one) === member.table) : undefined
    if (table) await loadPart(await copyIn(tx, table), content).then(() => afterCopy(tx), toldOf(tableName(table)))
  }
  for (const table of tables) await setSequences(tx, table)
  await switchTriggers(tx, tables, 'enable')
  await addForeignKeys(tx, keys)
}

const toldOf = (table: string) => (error: unknown) => {
  throw new Error(`The rows of ${table} could not be loaded: ${error instanceof Error ? error.message : String(error)}`)
}

/** A part ends with a row, so that each can be loaded for itself. Does not wait for the stream's own end: see `afterCopy`. */
async function loadPart(stream: Writable, content: AsyncIterable<Buffer>): Promise<void> {
  const broken = Promise.withResolvers<never>()
  broken.promise.catch(() => {})
  stream.on('error', broken.reject)
  for await (const piece of content) {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    stream.write(piece, (error) => (error ? reject(error) : resolve()))
    await Promise.race([promise, broken.promise])
  }
  stream.end()
}

/** Every table is read again and must have the digest that it had when the copy was made. */
async function compareAll(tx: Transaction, { tables }: Manifest): Promise<void> {
  await fixFormats(tx)
  const shapes = new Map((await listTables(tx)).map((shape) => [tableName(shape), shape]))
  for (const table of tables) {
    const shape = shapes.get(tableName(table))
    if (!shape) throw new Error(`The table ${tableName(table)} is not there after the restore.`)
    const hash = createHash('sha256')
    for await (const row of copiedRows(await copyOut(tx, { ...shape, columns: table.columns }))) hash.update(row)
    if (hash.digest('hex') !== table.digest)
      throw new Error(`The table ${tableName(table)} is not what it was in the copy.`)
  }
}
