import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isDigest, placeOf, type FileStore, type KeptContent } from './file-store.ts'

/** Where copies lie until they are whole: inside the store, because only within one filesystem a rename is atomic. */
export const PARTS = 'parts'

/** Files under a folder that only we can read. What stands under its digest is always whole and on the disk. */
export function openDiskFileStore(folder: string): FileStore {
  return {
    put: (digest, path) => keep(folder, digest, path),
    open: async (digest) => openIfKept(join(folder, placeOf(digest))),
    remove: async (digest) => rm(join(folder, placeOf(digest)), { force: true }),
    list: () => listKept(folder),
  }
}

async function keep(folder: string, digest: string, path: string): Promise<void> {
  const place = join(folder, placeOf(digest))
  if (await exists(place)) return
  await mkdir(join(folder, PARTS), { recursive: true, mode: 0o700 })
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const part = join(folder, PARTS, randomUUID())
  try {
    if ((await copyWhole(path, part)) !== digest) throw new Error(`Content does not have the digest ${digest}`)
    await rename(part, place)
    // The new names are on the disk only once the folders that hold them are.
    for (let level = dirname(place); level.length >= folder.length; level = dirname(level)) await syncFolder(level)
  } finally {
    await rm(part, { force: true })
  }
}

/** Copies, waits until the copy is on the disk, and gives the digest of what was copied. */
async function copyWhole(from: string, to: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(
    createReadStream(from),
    async function* (content: AsyncIterable<Buffer>) {
      for await (const piece of content) {
        hash.update(piece)
        yield piece
      }
    },
    createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }),
  )
  return hash.digest('hex')
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function openIfKept(place: string): Promise<Readable | null> {
  try {
    const handle = await open(place, 'r')
    return handle.createReadStream()
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function* listKept(folder: string): AsyncIterable<KeptContent> {
  if (!(await exists(folder))) return
  for await (const entry of await opendir(folder, { recursive: true })) {
    if (!entry.isFile() || !isDigest(basename(entry.name))) continue
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => null)
    if (found) yield { digest: basename(entry.name), keptAt: found.mtime }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
