import { open, readFile } from 'node:fs/promises'
import { SaxesParser } from 'saxes'
import { readZipDirectory, readZipEntry } from '../../files/zip-directory.ts'
import { readDocx } from '../../texts/read-docx.ts'
import { cleanWords, NOTHING_FOUND, partsOf, type FoundInFile } from './reading-rules.ts'

/** The paragraphs of a Word file, numbered as Word shows them. */
export async function readWord(path: string): Promise<FoundInFile> {
  const read = await readDocx(await readFile(path))
  if ('why' in read) return { ...NOTHING_FOUND, state: read.why === 'too-large' ? 'too-heavy' : 'broken' }
  return found(read.source)
}

/** Unpacked. More words than that are no text that anybody wrote. */
const LARGEST_CONTENT = 60_000_000

/** The paragraphs and headings of an OpenDocument text. */
export async function readOpenDocument(path: string): Promise<FoundInFile> {
  const file = await open(path, 'r')
  try {
    const entries = await readZipDirectory(file)
    const entry = entries?.find((one) => one.name === 'content.xml')
    const content = entry ? await readZipEntry(file, entry, LARGEST_CONTENT) : null
    const lines = content ? linesOf(content.toString('utf8')) : null
    return lines ? found(lines) : { ...NOTHING_FOUND, state: 'broken' }
  } finally {
    await file.close()
  }
}

export async function readPlainText(path: string): Promise<FoundInFile> {
  return found((await readFile(path, 'utf8')).split(/\r\n?|\n/))
}

function found(lines: readonly string[]): FoundInFile {
  const texts = partsOf(lines.map((line) => cleanWords(line)).filter((line) => line !== ''))
  return { ...NOTHING_FOUND, state: texts.length === 0 ? 'none' : 'read', texts }
}

/** What was deleted with changes tracked, and remarks in the margin. */
const LEFT_OUT = new Set(['text:tracked-changes', 'office:annotation', 'office:annotation-end'])

function linesOf(xml: string): string[] | null {
  const parser = new SaxesParser()
  const lines: string[] = []
  let line: string | null = null
  let leftOut = 0
  let broken = false
  parser.on('error', () => (broken = true))
  // A declaration of entities has no place in an OpenDocument, and is how small files become large ones.
  parser.on('doctype', () => (broken = true))
  parser.on('opentag', ({ name }) => {
    if (LEFT_OUT.has(name)) leftOut += 1
    if (leftOut === 0 && (name === 'text:p' || name === 'text:h')) line = ''
    if (line !== null && (name === 'text:s' || name === 'text:tab' || name === 'text:line-break')) line += ' '
  })
  parser.on('text', (words) => {
    if (line !== null && leftOut === 0) line += words
  })
  parser.on('closetag', ({ name }) => {
    if (LEFT_OUT.has(name)) leftOut -= 1
    if (leftOut === 0 && (name === 'text:p' || name === 'text:h') && line !== null) {
      lines.push(line)
      line = null
    }
  })
  parser.write(xml).close()
  return broken ? null : lines
}
