import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Settings } from '../settings/settings.ts'
import { PARTS } from './disk-file-store.ts'
import { digestOf, takeIn, type IncomingFile } from './incoming-file.ts'
import { filesFolder } from './open-file-store.ts'

/** No request lasts so long, whatever the line. */
const STALE_MS = 3_600_000

const incomingFolder = (settings: Pick<Settings, 'dataFolder'>): string => join(settings.dataFolder, 'incoming')

/** A folder of its own for what one request brings. Whoever makes it removes it. */
export async function newTemporaryFolder(settings: Pick<Settings, 'dataFolder'>): Promise<string> {
  const folder = join(incomingFolder(settings), randomUUID())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** At start: what a process left that was killed in the middle of an upload. Gives the number of things removed. */
export async function removeStaleFiles(settings: Pick<Settings, 'dataFolder'>, now: Date): Promise<number> {
  let removed = 0
  for (const folder of [incomingFolder(settings), join(filesFolder(settings), PARTS)]) {
    for (const name of await readdir(folder).catch(() => [])) {
      const found = await stat(join(folder, name)).catch(() => null)
      if (!found || now.getTime() - found.mtimeMs < STALE_MS) continue
      await rm(join(folder, name), { recursive: true, force: true })
      removed += 1
    }
  }
  return removed
}

/**
 * A file of the machine's own disk as if it had been uploaded, with the same checks: for demonstration content and
 * imports from the command line. `use` gets null for a kind that is not taken.
 */
export async function withLocalFile<T>(
  settings: Pick<Settings, 'dataFolder'>,
  path: string,
  use: (file: IncomingFile | null) => Promise<T>,
): Promise<T> {
  const folder = await newTemporaryFolder(settings)
  try {
    const copy = join(folder, '1')
    await copyFile(path, copy)
    const arrived = { field: '', path: copy, claimedName: basename(path), digest: await digestOf(copy) }
    const file = await takeIn({ ...arrived, size: (await stat(copy)).size })
    return await use(file === 'too-large' ? null : file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
