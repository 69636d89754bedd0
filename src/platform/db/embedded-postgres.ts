import { join } from 'node:path'
import { realpath } from 'node:fs/promises'
import { findBinaryPackage, findRunnableBinaries } from './embedded-binaries.ts'
import { openCluster, prepareCluster, readText } from './embedded-cluster.ts'
import { createDatabase, createRole, hasDatabase, hasRole, openTemplate, ROLE } from './embedded-queries.ts'
import { readPidFile, startServer, type Server } from './embedded-server.ts'
import { findLockOwner, lockFolder } from './folder-lock.ts'
import { clearStalePostgres } from './stale-postgres.ts'

export type EmbeddedPostgres = {
  /** With the password in it: not for logs. */
  url: string
  pid: number
  /** Open transactions are rolled back. Comes back when everything is written and the folder is free. */
  stop: () => Promise<void>
}

export type EmbeddedPostgresOptions = {
  folder: string
  /** Made if it is not there. */
  database?: string
  /** Above our own; where it listens cannot be changed. */
  settings?: Record<string, string>
  /** PostgreSQL ended by itself. The folder is free by then. */
  onExit?: (code: number | null) => void
  log?: (line: string) => void
}

/** Throws `DatabaseFolderInUse` while another process has the folder. docs/decisions/0003-embedded-postgres.md */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { database = 'kuvend', settings = {}, log = () => {}, onExit = () => {} } = options
  // The two drivers do not agree on how other characters stand in an address.
  if (!/^[a-z][a-z0-9_]*$/.test(database)) throw new Error(`Not a name for a database: ${database}`)
  const found = await findBinaryPackage()
  const cluster = await openCluster(options.folder)
  const lock = await lockFolder(cluster.folder)
  try {
    await clearStalePostgres(cluster.data, { expected: lock.deadOwners.length > 0, log })
    await lock.forgetDeadOwners()
    const binaries = await findRunnableBinaries(found, cluster.user, join(cluster.folder, 'binaries'))
    const password = await prepareCluster(cluster, binaries)
    const free = (code: number | null) => void lock.release().finally(() => onExit(code))
    const server = await startServer(cluster, binaries.postgres, { settings, log, onExit: free })
    await ensureDatabase(server, database, password)
    const stop = () => server.stop().then(lock.release)
    return { url: addressOf(ROLE, password, server.port, database), pid: server.pid, stop }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The address of the database that another process runs in this folder, or null: commands beside a running Kuvend use it. */
export async function findRunningPostgres(options: { folder: string; database?: string }): Promise<string | null> {
  const folder = await realpath(options.folder).catch(() => null)
  if (folder === null || (await findLockOwner(folder)) === null) return null
  const file = await readPidFile(join(folder, 'data'))
  const password = await readText(join(folder, 'password'))
  return file?.ready && password ? addressOf(ROLE, password, file.port, options.database ?? 'kuvend') : null
}

/** The folder to copy for a base backup: PostgreSQL itself knows it under another name. */
export const dataFolder = (folder: string): string => join(folder, 'data')

async function ensureDatabase(server: Server, database: string, password: string): Promise<void> {
  const template = openTemplate(addressOf('postgres', password, server.port, 'template1'))
  try {
    if (!(await hasRole(template))) await createRole(template, password)
    if (!(await hasDatabase(template, database))) await createDatabase(template, database)
  } catch (error) {
    await server.stop()
    throw error
  } finally {
    await template.end()
  }
}

const addressOf = (role: string, password: string, port: number, database: string): string =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
