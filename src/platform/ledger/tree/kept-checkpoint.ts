import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openS3Objects } from '../../files/s3-objects.ts'
import type { Settings } from '../../settings/settings.ts'
import { readCheckpoint } from './checkpoint-rules.ts'

/** The last checkpoint as it is kept outside the database, and where. */
export type KeptNote = { source: string; note: string }

type Places = Pick<Settings, 'dataFolder' | 's3Url'>

/** The name in the bucket, and below the data folder. */
const NAME = 'ledger/checkpoint'

const folderOf = (settings: Places): string => join(settings.dataFolder, 'ledger')
export const checkpointFile = (settings: Places): string => join(settings.dataFolder, NAME)

/** Null: none was ever kept there. */
export async function readKept(settings: Places): Promise<KeptNote | null> {
  const source = checkpointFile(settings)
  const note = await readFile(source, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  return note === null ? null : { source, note }
}

/** The copy in the bucket. Throws when it does not answer. */
export async function readKeptInStore({ s3Url }: Places): Promise<KeptNote | null> {
  const note = s3Url === null ? null : await openS3Objects(s3Url).get(NAME)
  return note === null ? null : { source: `S3 ${NAME}`, note }
}

/** Is on the disk, whole, when this has come to its end. What stands there of a larger tree of the same log stays. */
export async function keep(settings: Places, note: string): Promise<void> {
  if (await isLarger(settings, note)) return
  const folder = folderOf(settings)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const aside = join(folder, `checkpoint.${randomUUID()}`)
  try {
    const handle = await open(aside, 'wx', 0o600)
    try {
      await handle.writeFile(note)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(aside, checkpointFile(settings))
    // The name is on the disk only once its folder is.
    await syncFolder(folder)
    await syncFolder(settings.dataFolder)
  } finally {
    await rm(aside, { force: true })
  }
}

/** A worker that was held up may come with a note that is older than the one of another. */
async function isLarger(settings: Places, note: string): Promise<boolean> {
  const before = readCheckpoint((await readKept(settings))?.note ?? '')
  const now = readCheckpoint(note)
  return before !== null && now !== null && before.origin === now.origin && before.size > now.size
}

export async function keepInStore({ s3Url }: Places, note: string): Promise<void> {
  if (s3Url !== null) await openS3Objects(s3Url).put(NAME, note)
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
