import { statfs } from 'node:fs/promises'
import type { Settings } from '../settings/settings.ts'

/** Under it nothing more is taken in: the database on the same disk must never be the one that finds it full. */
export const MIN_FREE_BYTES = 500_000_000

/** What is left on the disk of the data folder, in bytes. */
export async function freeSpace({ dataFolder }: Pick<Settings, 'dataFolder'>): Promise<number> {
  const { bavail, bsize } = await statfs(dataFolder)
  return bavail * bsize
}

export const hasFreeSpace = async (settings: Pick<Settings, 'dataFolder' | 'minFreeBytes'>): Promise<boolean> =>
  (await freeSpace(settings)) >= (settings.minFreeBytes ?? MIN_FREE_BYTES)
