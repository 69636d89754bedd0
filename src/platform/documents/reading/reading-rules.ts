import type { MediaType } from '../../files/media-types.ts'
import type { DocumentRole, ReadingState } from '../document-rules.ts'

/** What the program that reads a file found in it. Written by it as JSON, and read by the worker. */
export type FoundInFile = {
  state: Exclude<ReadingState, 'waiting'>
  pages: number | null
  /** Words by page; of files without pages in parts. */
  texts: { page: number; text: string }[]
  /** Files beside the result: of a photograph in widths, of a page without words. */
  pictures: FoundPicture[]
  signed: boolean
  metadata: Record<string, string>
}

export type FoundPicture = {
  kind: 'width' | 'page'
  n: number
  width: number
  height: number
  name: string
  mediaType: MediaType
}

export const NOTHING_FOUND: FoundInFile = {
  state: 'none',
  pages: null,
  texts: [],
  pictures: [],
  signed: false,
  metadata: {},
}

/** What is asked of the program that reads. */
export type ReadingOrder = { path: string; mediaType: MediaType; folder: string; limits: ReadingLimits }

export type ReadingLimits = {
  /** Pages that are read; what is beyond is told as not read. */
  pages: number
  /** Pages without words of which a picture is made. */
  pictures: number
  /** Of a picture, and of the widths made of it. */
  pixels: number
  /** After so many no further page is drawn, after twice as many none is read: what was found by then is kept. */
  seconds: number
}

/** Four hundred pages are a municipal budget with its annexes; forty pictures of pages are some eight megabytes. */
export const READING_LIMITS: ReadingLimits = { pages: 400, pictures: 40, pixels: 80_000_000, seconds: 45 }

/** For a telephone, a tablet, and a wide page. */
export const PICTURE_WIDTHS = [480, 960, 1600] as const

/** How much of one page, and of one part of a file without pages, is kept. */
export const LONGEST_PAGE = 100_000
export const LONGEST_PART = 8_000

/** Lines of a file that has no pages, in parts of which each fits into one row. */
export function partsOf(lines: readonly string[]): { page: number; text: string }[] {
  const parts: string[] = []
  let part = ''
  for (const line of lines.flatMap((one) => cut(one, LONGEST_PART))) {
    if (part.length + line.length + 1 > LONGEST_PART) {
      parts.push(part)
      part = ''
    }
    part += part === '' ? line : `\n${line}`
  }
  if (part !== '') parts.push(part)
  return parts.map((text, index) => ({ page: index + 1, text }))
}

function cut(line: string, length: number): string[] {
  if (line.length <= length) return [line]
  const pieces: string[] = []
  for (let at = 0; at < line.length; at += length) pieces.push(line.slice(at, at + length))
  return pieces
}

/** PostgreSQL keeps no NUL, and control characters are nobody's words. */
export const cleanWords = (words: string): string =>
  words
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Roles in which a picture is the picture of a paper: its words are there, and nobody has read them. */
const PAPERS: readonly DocumentRole[] = ['scan', 'proof', 'archive', 'letter', 'signed']

export const isPicturedPaper = (role: DocumentRole, mediaType: MediaType): boolean =>
  mediaType.startsWith('image/') && PAPERS.includes(role)
