import type { FileImporter, ImportOutcome } from '#platform/door.ts'
import type { Archive } from './archive-queries.ts'
import { filesIn, noFiles, unzipped } from './file-finder.ts'
import type { ArchiveKind } from './archive-rules.ts'
import type { Services } from '#platform/services.ts'
import { takeFile, takeZip } from './take-uploaded.ts'
import { undoArchive } from './undo-archive.ts'

/** From the command line: nobody is signed in. */
const importer =
  (kind: ArchiveKind): FileImporter =>
  async (services, institutionId, { path, files, only }, progress): Promise<ImportOutcome> => {
    const order = { institutionId, by: null, archiveId: null, progress }
    if (kind === 'table' && /\.zip$/i.test(path)) return told(await takeZip(services, order, { path, only }))
    const unpacked = files !== null && /\.zip$/i.test(files) ? await unzipped(services.settings, files) : undefined
    if (unpacked === null) return { kind: 'refused', why: `${files}: no ZIP that can be relied on` }
    try {
      const folder = unpacked?.folder ?? files
      const beside = folder === null ? noFiles : await filesIn(folder)
      const name = path.split('/').at(-1) ?? path
      return told(await takeFile(services, order, kind, { path, name, files: beside, only }))
    } finally {
      await unpacked?.discard()
    }
  }

const told = (taken: Archive | string): ImportOutcome =>
  typeof taken === 'string' ? { kind: 'refused', why: taken } : { kind: 'imported', lines: linesOf(taken) }

export const linesOf = (archive: Archive): string[] => [
  `archive ${archive.id}`,
  `${archive.rowsDone} rows: ${archive.added} added, ${archive.known} known (${archive.changed} of them corrected), ${archive.refused} refused; ${archive.doubts} doubts`,
  ...archive.notes,
]

export const archiveImporters: Record<string, FileImporter> = {
  acts: importer('jsonl'),
  'acts-folder': importer('table'),
  'acts-catalogue': importer('catalogue'),
  'acts-codes': importer('codes'),
  wxr: importer('wxr'),
}

/** From the command line. Null: there is no such archive. */
export async function undoImported(
  services: Services,
  archiveId: string,
  progress: (line: string) => void,
): Promise<ImportOutcome | null> {
  const outcome = await undoArchive(services, { archiveId, by: null, progress })
  if (outcome.kind === 'no-such-archive') return null
  if (outcome.kind !== 'undone') return { kind: 'refused', why: `Archive ${archiveId} was taken back already.` }
  const { removed, kept } = outcome
  return {
    kind: 'imported',
    lines: [`${removed} acts have left the register; ${kept} stay, for people have built on them.`],
  }
}
