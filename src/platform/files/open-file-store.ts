import { join } from 'node:path'
import type { Settings } from '../settings/settings.ts'
import { openDiskFileStore } from './disk-file-store.ts'
import type { FileStore } from './file-store.ts'
import { openS3FileStore } from './s3-file-store.ts'

/** Where files are kept within the data folder. */
export const filesFolder = (settings: Pick<Settings, 'dataFolder'>): string => join(settings.dataFolder, 'files')

/** One machine keeps files in its data folder; several share a bucket. */
export const openFileStore = (settings: Pick<Settings, 'dataFolder' | 's3Url'>): FileStore =>
  settings.s3Url === null ? openDiskFileStore(filesFolder(settings)) : openS3FileStore(settings.s3Url)
