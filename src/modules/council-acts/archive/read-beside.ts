import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { mediaTypeOf } from '#platform/files/media-types.ts'
import type { Services } from '#platform/services.ts'
import { readPdf } from '#platform/texts/read-pdf.ts'
import { cleaned, LONGEST_TEXT, type ArchiveAct, type Doubt } from './archive-rules.ts'
import type { FileFinder } from './file-finder.ts'

/** An act with the files that its row names: the words of a PDF are its words, where the row has none. */
export async function withFiles(
  services: Pick<Services, 'settings'>,
  act: ArchiveAct,
  names: readonly string[],
  { files, column }: { files: FileFinder; column: string },
): Promise<ArchiveAct> {
  let { plainText, unreadable } = act
  const kept: ArchiveAct['files'][number][] = []
  const doubts: Doubt[] = []
  for (const name of names) {
    const path = files.find(name)
    const type = path === null ? null : await mediaTypeOf(path)
    const doubt = (reason: Doubt['reason']) => void doubts.push({ column, reason, words: name.slice(0, 300) })
    if (path === null) doubt('file-missing')
    else if (type === null) doubt('file-kind')
    else {
      kept.push({ path, name: basename(name).slice(0, 200) })
      if (type !== 'application/pdf' || plainText !== null) continue
      const read = await readPdf(await readFile(path), services.settings)
      if (!('kind' in read)) plainText = cleaned(read.source.join('\n')).slice(0, LONGEST_TEXT) || null
      else if (read.why === 'no-words') {
        unreadable = true
        doubt('not-readable-yet')
      } else doubt('file-not-readable')
    }
  }
  return {
    ...act,
    plainText,
    unreadable: unreadable && plainText === null,
    files: kept,
    doubts: [...act.doubts, ...doubts],
  }
}
