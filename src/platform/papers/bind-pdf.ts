import { readFile } from 'node:fs/promises'
import { PDFDocument } from '@cantoo/pdf-lib'

/**
 * One PDF out of several, page after page. A file that cannot be read, or that is locked, is left out: whoever asks for it
 * finds it beside. Heavy: for a process of its own.
 */
export async function bindPdf(first: Buffer, paths: readonly string[], madeAt: Date): Promise<Buffer> {
  const bound = await PDFDocument.load(first, { updateMetadata: false })
  for (const path of paths) {
    try {
      const other = await PDFDocument.load(await readFile(path), { updateMetadata: false })
      for (const page of await bound.copyPages(other, other.getPageIndices())) bound.addPage(page)
    } catch {
      continue
    }
  }
  bound.setModificationDate(madeAt)
  return Buffer.from(await bound.save())
}
