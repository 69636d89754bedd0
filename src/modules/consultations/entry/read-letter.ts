import { readFile } from 'node:fs/promises'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { readTable } from '#platform/imports/reading/run-table-reader.ts'
import { wordsOf } from '#platform/imports/reading/source-rules.ts'
import type { Services } from '#platform/services.ts'
import { readSource } from '#platform/texts/read-source.ts'
import { ENTRY_LIMITS } from './entry-rules.ts'

/** `asideFrom`: from there on stands what is no part of the letter's body: feet of pages, notes, deleted words. */
export type ReadLetter =
  { kind: 'read'; words: string; asideFrom: number } | { kind: 'unreadable' } | { kind: 'too-long' }

type Needed = Pick<Services, 'settings'>

/** The words of a letter: as pasted, or out of the document, by the readers of the platform. */
export async function readLetter(
  services: Needed,
  pasted: string,
  file: IncomingFile | undefined,
): Promise<ReadLetter> {
  const read = pasted === '' && file ? await wordsIn(services, file) : { body: pasted, aside: '' }
  if (!read || read.body.trim() === '') return { kind: 'unreadable' }
  const words = read.aside === '' ? read.body : `${read.body}\n\n${read.aside}`
  if (words.length > ENTRY_LIMITS.letter) return { kind: 'too-long' }
  return { kind: 'read', words, asideFrom: read.aside === '' ? words.length : read.body.length + 2 }
}

type Found = { body: string; aside: string } | null

async function wordsIn(services: Needed, { path, mediaType }: IncomingFile): Promise<Found> {
  if (mediaType.includes('spreadsheet')) return wordsOfTable(services, path)
  const kind = KINDS[mediaType]
  if (kind === undefined)
    return mediaType.startsWith('text/') ? { body: clean(await readFile(path, 'utf8')), aside: '' } : null
  const read = await readSource({ kind, bytes: await readFile(path) }, services.settings)
  if ('kind' in read) return null
  const body = clean(read.source.join('\n'))
  const aside = read.doubts.filter(({ node, source }) => node === null && !body.includes(clean(source)))
  return { body, aside: aside.map(({ source }) => clean(source)).join('\n') }
}

const KINDS: Record<string, 'docx' | 'odt' | 'pdf'> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
}

async function wordsOfTable(services: Needed, path: string): Promise<Found> {
  const lines = await readTable(services.settings, path, async (table) => {
    const rows: string[] = []
    // An end of line within a cell would part a row.
    for await (const { cells } of table.lines())
      rows.push(cells.map((cell) => wordsOf(cell).replace(/\s+/g, ' ')).join('\t'))
    return rows
  })
  return Array.isArray(lines) ? { body: clean(lines.join('\n')), aside: '' } : null
}

/** As text fields are: one kind of line ending, no character that no database takes. */
const clean = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- that is what it looks for
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
