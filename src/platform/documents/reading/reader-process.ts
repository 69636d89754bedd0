import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readOpenDocument, readPlainText, readWord } from './read-office.ts'
import { readPdf } from './read-pdf.ts'
import { readPicture } from './read-picture.ts'
import { NOTHING_FOUND, type FoundInFile, type ReadingOrder } from './reading-rules.ts'

/**
 * A process of its own, for one file: strangers' files are opened by large programs (PDF, pictures), and what they do to
 * these must not reach the database, the keys or the other requests. It has no environment, writes into one folder, and
 * is ended from outside when it takes too long or too much.
 */
function read(order: ReadingOrder): Promise<FoundInFile> {
  switch (order.mediaType) {
    case 'application/pdf':
      return readPdf(order)
    case 'image/png':
    case 'image/jpeg':
      return readPicture(order)
    case 'text/plain':
      return readPlainText(order.path)
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return readWord(order.path)
    case 'application/vnd.oasis.opendocument.text':
      return readOpenDocument(order.path)
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return Promise.resolve(NOTHING_FOUND)
  }
}

/** Nothing but our own worker starts this, with one argument. */
const order = JSON.parse(process.argv[2] ?? '{}') as ReadingOrder
const found = await read(order)
await writeFile(join(order.folder, 'found.json'), JSON.stringify(found))
process.exit(0)
