import type { FileHandle } from 'node:fs/promises'
import { readZipDirectory, readZipEntry, type ZipEntry } from './zip-directory.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ODT = 'application/vnd.oasis.opendocument.text'

export type OfficeType = typeof DOCX | typeof XLSX | typeof ODT

/** Parts in which macros live: OOXML (ECMA-376) calls it vbaProject.bin, OpenDocument keeps folders. */
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)\//i

/** A list of types is some kilobytes; a megabyte is no list any more. */
const LARGEST_LIST = 1_000_000

/** Which office document an archive is, by its directory and its own list of types; null: none, or one with macros. */
export async function officeTypeOf(file: FileHandle): Promise<OfficeType | null> {
  const entries = await readZipDirectory(file)
  if (!entries || entries.some((entry) => MACROS.test(entry.name))) return null
  return entries.some((entry) => entry.name === '[Content_Types].xml')
    ? ooxmlType(file, entries)
    : openDocumentType(file, entries)
}

async function ooxmlType(file: FileHandle, entries: readonly ZipEntry[]): Promise<OfficeType | null> {
  const list = (await readNamed(file, entries, '[Content_Types].xml'))?.toString('utf8') ?? ''
  // A macro part may bear any name, but not any type.
  if (/macroEnabled|vbaProject/i.test(list)) return null
  if (list.includes(`${DOCX}.main+xml`) && has(entries, 'word/')) return DOCX
  if (list.includes(`${XLSX}.main+xml`) && has(entries, 'xl/')) return XLSX
  return null
}

/** OpenDocument 1.3, part 2, 3.3: the first entry is `mimetype`, not packed. */
async function openDocumentType(file: FileHandle, entries: readonly ZipEntry[]): Promise<OfficeType | null> {
  const [first] = entries.toSorted((one, other) => one.headerAt - other.headerAt)
  if (first?.name !== 'mimetype' || first.method !== 0 || !has(entries, 'content.xml')) return null
  return (await readZipEntry(file, first, 200))?.toString('utf8') === ODT ? ODT : null
}

const has = (entries: readonly ZipEntry[], start: string): boolean =>
  entries.some((entry) => entry.name.startsWith(start))

async function readNamed(file: FileHandle, entries: readonly ZipEntry[], name: string): Promise<Buffer | null> {
  const entry = entries.find((one) => one.name === name)
  return entry ? readZipEntry(file, entry, LARGEST_LIST) : null
}
