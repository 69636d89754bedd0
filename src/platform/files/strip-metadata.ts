import { open, type FileHandle } from 'node:fs/promises'
import { mayNameAuthors, withoutAuthors, type AuthorNames } from './neutral-authors.ts'
import { rewriteZip, type ContentInstead } from './rewrite-zip.ts'
import { readZipDirectory, readZipEntry, type ZipEntry } from './zip-directory.ts'

const CORE_PROPERTIES =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
const APP_PROPERTIES = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
const CUSTOM_PROPERTIES =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
const PEOPLE = '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
const OPEN_DOCUMENT_META =
  '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2">' +
  '<office:meta/></office:document-meta>'

/** Parts that say who wrote on which machine for how long, and what stands in them instead. */
const NEUTRAL: readonly (readonly [RegExp, string])[] = [
  [/^docProps\/core\.xml$|\.psmdcp$/i, CORE_PROPERTIES],
  [/^docProps\/app\.xml$/i, APP_PROPERTIES],
  [/^docProps\/custom\.xml$/i, CUSTOM_PROPERTIES],
  // Accounts and addresses behind comments and tracked changes.
  [/^word\/people\.xml$/i, PEOPLE],
  [/^meta\.xml$/i, OPEN_DOCUMENT_META],
]

/** Where a package keeps its digital signatures. */
const SIGNATURE = /^_xmlsignatures\/|^META-INF\/.*signatures.*\.xml$/i

export type Stripped = 'stripped' | 'signed' | 'unreadable'

/** Unpacked, of one part of text. Four times the largest that we saw. */
const LARGEST_PART = 100_000_000

/**
 * Writes the office document at `from` to `to` without its metadata, and without the names of those who remarked and
 * changed. A signed one is left alone, and not written: its
 * signature covers the metadata, and breaking it would destroy what the signer meant to prove.
 */
export async function stripMetadata(from: string, to: string): Promise<Stripped> {
  const source = await open(from, 'r')
  try {
    const entries = await readZipDirectory(source)
    if (!entries) return 'unreadable'
    if (entries.some((entry: ZipEntry) => SIGNATURE.test(entry.name))) return 'signed'
    const target = await open(to, 'wx', 0o600)
    try {
      return (await rewriteZip(source, entries, target, neutralContent(source))) ? 'stripped' : 'unreadable'
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

function neutralContent(source: FileHandle): ContentInstead {
  const names: AuthorNames = new Map()
  return async (entry) => {
    const found = NEUTRAL.find(([part]) => part.test(entry.name))
    if (found) return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${found[1]}`)
    if (!mayNameAuthors(entry.name)) return null
    const content = await readZipEntry(source, entry, LARGEST_PART)
    return content ? withoutAuthors(entry.name, content, names) : 'unreadable'
  }
}
