import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Transaction } from '../../db/database.ts'
import { digestOf } from '../../files/incoming-file.ts'
import { newTemporaryFolder } from '../../files/temporary-files.ts'
import { enqueue, type JobHandlers, type Scheduled } from '../../jobs/jobs.ts'
import type { Services } from '../../services.ts'
import { insertChanged } from '../../search/index/changed-queries.ts'
import { refOf } from '../../subjects/subject-rules.ts'
import { DOCUMENT_KIND } from '../../takedowns/takedown-rules.ts'
import { keepContent } from '../documents.ts'
import { touchedRefs } from '../touched-refs-rules.ts'
import {
  findFileToRead,
  holdFileToRead,
  insertPicture,
  insertTexts,
  listWaitingFiles,
  setReading,
  type FileToRead,
} from './reading-queries.ts'
import { isPicturedPaper, READING_LIMITS, type FoundInFile, type FoundPicture } from './reading-rules.ts'
import { runReader } from './run-reader.ts'

/** Reads the words of a file and makes the pictures it needs, once. What cannot be read ends as a state that is told. */
export async function readDocument(services: Services, fileId: string): Promise<void> {
  const file = await findFileToRead(services.db, fileId)
  if (!file) return
  const folder = await newTemporaryFolder(services.settings)
  try {
    const path = join(folder, 'file')
    const content = await services.files.open(file.digest)
    if (!content) throw new Error(`The content ${file.digest} is missing`)
    await pipeline(content, createWriteStream(path, { mode: 0o600 }))
    const found = await runReader({ path, mediaType: file.mediaType, folder, limits: READING_LIMITS })
    await services.db.begin((tx) => writeDown(tx, services, file, found, folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeDown(
  tx: Transaction,
  services: Services,
  file: FileToRead,
  found: FoundInFile,
  folder: string,
): Promise<void> {
  if (!(await holdFileToRead(tx, file.id))) return
  if (found.texts.length > 0) await insertTexts(tx, file.id, found.texts)
  for (const picture of found.pictures) await keepPicture(tx, services, file.id, picture, folder)
  const { pages, signed, metadata } = found
  const reading = found.state === 'none' && isPicturedPaper(file.role, file.mediaType) ? 'unread' : found.state
  const at = services.clock.now()
  await setReading(tx, { id: file.id, reading, pages, signed, metadata, at })
  // No entry of the ledger tells of these words, which were in the file before.
  await insertChanged(tx, touchedRefs(refOf(DOCUMENT_KIND, file.documentId), file.subject), at)
}

async function keepPicture(
  tx: Transaction,
  services: Services,
  fileId: string,
  picture: FoundPicture,
  folder: string,
): Promise<void> {
  const path = join(folder, picture.name)
  const digest = await digestOf(path)
  const { size } = await stat(path)
  await keepContent(tx, services, { path, digest, size, mediaType: picture.mediaType })
  await insertPicture(tx, fileId, { ...picture, digest })
}

const AN_HOUR_MS = 3_600_000
const AT_ONCE = 500

/** Every hour: files whose job was lost, and those that are older than this reading. */
async function readWaiting({ db, clock }: Services): Promise<void> {
  const waiting = await listWaitingFiles(db, new Date(clock.now().getTime() - AN_HOUR_MS), AT_ONCE)
  await db.begin(async (tx) => {
    for (const file of waiting) await enqueue(tx, 'documents.read', { file }, { key: `read ${file}`, maxAttempts: 4 })
  })
}

export const readingJobs = (services: Services): JobHandlers => ({
  'documents.read': (payload) => readDocument(services, String(payload.file)),
  'documents.read-waiting': () => readWaiting(services),
})

export const readingSchedule: readonly Scheduled[] = [{ job: 'documents.read-waiting', at: '17 * * * *' }]
