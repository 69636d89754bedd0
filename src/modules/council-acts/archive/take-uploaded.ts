import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { newTemporaryFolder } from '#platform/files/temporary-files.ts'
import type { Services } from '#platform/services.ts'
import { findArchive, type Archive } from './archive-queries.ts'
import type { ArchiveKind } from './archive-rules.ts'
import { failArchive } from './archive-writing-queries.ts'
import { filesIn, noFiles, unzipped, type FileFinder } from './file-finder.ts'
import { importActs } from './import-acts.ts'
import { importCatalogue, NotACatalogue } from './import-catalogue.ts'
import { importCodes } from './import-codes.ts'
import { importFolder } from './import-folder.ts'
import { importWxr } from './import-wxr.ts'
import type { ArchiveOrder } from './take-archive.ts'
import { NotAnExport } from '#platform/imports/wxr/read-wxr.ts'

/** What a file seems to be, by its name; of JSON by its first words. Null: none that is taken. */
export async function kindOfFile(path: string, name: string): Promise<ArchiveKind | 'zip' | null> {
  switch (extname(name).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      return 'jsonl'
    case '.csv':
    case '.tsv':
    case '.xlsx':
      return 'table'
    case '.xml':
    case '.wxr':
      return 'wxr'
    case '.zip':
      return 'zip'
    case '.json':
      return kindOfJson(await firstWords(path))
    default:
      return null
  }
}

async function firstWords(path: string): Promise<string> {
  for await (const piece of createReadStream(path, { end: 4095 }) as AsyncIterable<Buffer>)
    return piece.toString('utf8')
  return ''
}

const kindOfJson = (words: string): ArchiveKind | null =>
  /"law_number"/.test(words) ? 'catalogue' : /"code"/.test(words) && /"number"/.test(words) ? 'codes' : null

type Source = { path: string; name: string; files: FileFinder; only: readonly string[] }

/** By what it is. A word where it cannot be read. */
export async function takeFile(
  services: Services,
  order: ArchiveOrder,
  kind: ArchiveKind,
  { path, name, files, only }: Source,
): Promise<Archive | string> {
  try {
    if (kind === 'jsonl') return await importActs(services, order, { path, name })
    if (kind === 'catalogue') return await importCatalogue(services, order, path, name)
    if (kind === 'codes') return await importCodes(services, order, path, name)
    if (kind === 'wxr') return await importWxr(services, order, { path, name, files, only })
    return await importFolder(services, order, { path, name, files })
  } catch (error) {
    if (error instanceof NotACatalogue || error instanceof NotAnExport || error instanceof SyntaxError)
      return error.message
    throw error
  }
}

/** An archive of a table or an export, and the files that it names. */
export async function takeZip(
  services: Services,
  order: ArchiveOrder,
  { path, only }: Pick<Source, 'path' | 'only'>,
): Promise<Archive | string> {
  const unpacked = await unzipped(services.settings, path)
  if (!unpacked) return 'no ZIP that can be relied on'
  try {
    const files = await filesIn(unpacked.folder)
    for (const wanted of ['jsonl', 'wxr', 'table', 'catalogue', 'codes'] as const) {
      for (const name of files.names) {
        const inside = join(unpacked.folder, name)
        if ((await kindOfFile(inside, name)) !== wanted) continue
        return await takeFile(services, order, wanted, { path: inside, name: basename(name), files, only })
      }
    }
    return 'no table, export or JSON in the ZIP'
  } finally {
    await unpacked.discard()
  }
}

/** The job of an upload. What goes wrong stands on its page; begun again it goes on where it was broken off. */
export async function takeUploaded(services: Services, archiveId: string): Promise<void> {
  const archive = await findArchive(services.db, archiveId)
  if (!archive || !['waiting', 'running'].includes(archive.state)) return
  const folder = await newTemporaryFolder(services.settings)
  const path = join(folder, 'archive')
  const fail = (why: string) => services.db.begin((tx) => failArchive(tx, archiveId, why.slice(0, 500) || 'failed'))
  try {
    const content = await services.files.open(archive.fileDigest)
    if (!content) {
      await fail('the file is gone')
      return
    }
    await pipeline(content, createWriteStream(path, { mode: 0o600 }))
    const order = { institutionId: archive.institutionId, by: archive.begunBy, archiveId, progress: () => {} }
    const only = archive.onlyCategories
    const kind = await kindOfFile(path, archive.fileName)
    const taken =
      kind === null
        ? 'unknown kind'
        : kind === 'zip'
          ? await takeZip(services, order, { path, only })
          : await takeFile(services, order, kind, { path, name: archive.fileName, files: noFiles, only })
    if (typeof taken === 'string') await fail(taken)
    else await services.files.remove(archive.fileDigest)
  } catch (error) {
    services.log.error({ err: error, archive: archiveId }, 'archive failed')
    await fail(error instanceof Error ? error.message : String(error))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
