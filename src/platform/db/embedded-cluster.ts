import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, lchown, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PostgresBinaries } from './embedded-binaries.ts'
import { findDatabaseUser, type DatabaseUser } from './embedded-user.ts'

/** Where one embedded cluster keeps its things: all of it below one folder, so that a copy of that folder is whole. */
export type Cluster = { folder: string; data: string; passwordFile: string; user: DatabaseUser }

/**
 * The data folder as PostgreSQL is told of it: always "where I was started". The database user need not be able to walk
 * there: root's home is often closed to everybody else, and /proc/self/cwd leads to the folder without the way to it.
 */
export const HERE = '/proc/self/cwd'

/**
 * One round instead of 4096 makes a connection 5 ms cheaper. The rounds slow down guessing at passwords that people
 * choose (RFC 7677 §4); this one has 256 random bits.
 */
const SCRAM_ITERATIONS = 'scram_iterations=1'

/** The folder is made if it is not there, and belongs to the database user alone. */
export async function openCluster(path: string): Promise<Cluster> {
  await mkdir(path, { recursive: true })
  const folder = await realpath(path)
  const user = await findDatabaseUser(folder)
  await lchown(folder, user.uid, user.gid)
  await chmod(folder, 0o700)
  return { folder, data: join(folder, 'data'), passwordFile: join(folder, 'password'), user }
}

/** How a program of PostgreSQL is run: as the database user, standing in the folder it works on. */
export const runningIn = (folder: string, { uid, gid }: DatabaseUser) => ({
  uid,
  gid,
  cwd: folder,
  env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
})

/** Makes the cluster at the first start, checks it at every other. Gives the password. */
export async function prepareCluster(cluster: Cluster, binaries: PostgresBinaries): Promise<string> {
  const major = await readText(join(cluster.data, 'PG_VERSION'))
  const known = await readText(cluster.passwordFile)
  const password = known ?? (await writePassword(cluster))
  if (major === null) await makeCluster(cluster, binaries)
  else if (Number(major) !== binaries.major) throw new Error(otherVersion(cluster, major, binaries))
  else await giveTo(cluster.user, cluster.data)
  if (major !== null && known === null) await setPasswordAlone(cluster, binaries, password)
  return password
}

/** Made beside its final place and renamed: a start that is cut short leaves no half cluster. */
async function makeCluster(cluster: Cluster, binaries: PostgresBinaries): Promise<void> {
  const unfinished = join(cluster.folder, 'data.new')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await lchown(unfinished, cluster.user.uid, cluster.user.gid)
  const encoding = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums']
  const access = ['--username=postgres', '--auth=scram-sha-256', '--pwfile=../password', '--set', SCRAM_ITERATIONS]
  await run(binaries.initdb, ['-D', HERE, ...encoding, ...access], runningIn(unfinished, cluster.user)).catch(explain)
  await rename(unfinished, cluster.data)
}

/**
 * A backup holds the data folder and not the password, which belongs to the machine. A restored cluster therefore gets a
 * new one, in single-user mode, where PostgreSQL asks for none. The second role may be missing still: its line then
 * fails alone.
 */
async function setPasswordAlone(cluster: Cluster, binaries: PostgresBinaries, password: string): Promise<void> {
  const alone = ['--single', '-D', HERE, '-c', SCRAM_ITERATIONS, '-c', 'log_min_error_statement=panic', 'postgres']
  const session = run(binaries.postgres, alone, runningIn(cluster.data, cluster.user))
  session.child.stdin?.end(['postgres', 'kuvend'].map((role) => `alter role ${role} password '${password}'\n`).join(''))
  await session.catch(explain)
}

async function writePassword({ folder, passwordFile, user }: Cluster): Promise<string> {
  const password = randomBytes(32).toString('base64url')
  const unfinished = join(folder, 'password.new')
  await rm(unfinished, { force: true })
  await writeFile(unfinished, password, { mode: 0o600, flag: 'wx' })
  await lchown(unfinished, user.uid, user.gid)
  await rename(unfinished, passwordFile)
  return password
}

/** A folder unpacked by root, or brought from a machine with other numbers for its users, is put right. */
async function giveTo({ uid, gid }: DatabaseUser, folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const owners = [await stat(folder), await stat(join(folder, 'PG_VERSION'))]
  if (owners.every((owner) => owner.uid === uid)) return
  for (const name of await readdir(folder, { recursive: true })) await lchown(join(folder, name), uid, gid)
  // Last, so that an interrupted run is begun again.
  await lchown(folder, uid, gid)
}

/** The text of a small file, without the end of line; null when it is missing or empty. */
export async function readText(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.trim() || null
}

const run = promisify(execFile)

/** What a program of PostgreSQL said before it gave up is the useful part of the failure. */
function explain(error: Error & { stderr?: string }): never {
  throw new Error(`PostgreSQL could not prepare its data folder: ${error.stderr?.trim() || error.message}`)
}

const otherVersion = (cluster: Cluster, major: string, binaries: PostgresBinaries): string =>
  `The database in ${cluster.folder} was made by PostgreSQL ${major}; this version of Kuvend brings ${binaries.major}. ` +
  'Export it with the version of Kuvend that made it and load the export into an empty folder.'
