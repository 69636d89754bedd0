import { open, type FileHandle } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { officeTypeOf } from './office-package.ts'

/** What people may attach. Not the macro-enabled forms of the office formats, and nothing that runs in a browser. */
export const EXTENSIONS = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
} as const

export type MediaType = keyof typeof EXTENSIONS

const BY_MAGIC: readonly MediaType[] = ['application/pdf', 'image/png', 'image/jpeg']

/** By its content alone: the name and the browser's claim are not asked. Null: not one of ours. */
export async function mediaTypeOf(path: string): Promise<MediaType | null> {
  const file = await open(path, 'r')
  try {
    if (await beginsLikeZip(file)) return await officeTypeOf(file)
    const found = await fileTypeFromFile(path)
    const known = BY_MAGIC.find((type) => type === found?.mime)
    if (known) return known
    // Not `found === undefined`: two letters are enough for some formats, and a text may begin with "BM" or "MZ".
    return (await isPlainText(file)) ? 'text/plain' : null
  } finally {
    await file.close()
  }
}

async function beginsLikeZip(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
  return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50
}

/** Formats that are made of text but are no text to a reader: HTML, SVG and XML, RTF, PostScript. */
const MARKED_UP = /^\s*(<|\{\\rtf|%!PS|%PDF)/

async function isPlainText(file: FileHandle): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const content = file.createReadStream({ start: 0, autoClose: false })
  let first = true
  try {
    for await (const piece of content as AsyncIterable<Buffer>) {
      const words = decoder.decode(piece, { stream: true })
      if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(words) || (first && MARKED_UP.test(words))) return false
      first = false
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
