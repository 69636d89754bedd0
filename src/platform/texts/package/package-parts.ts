import { XmlRefused, type XmlElement } from './xml-tree.ts'
import { readZipDirectory, unpack, type ZipEntry } from './zip.ts'

/** The parts of an office's file (DOCX, ODT): a zip of XML, opened by us and within measures. */

export type PackageRefusalReason = 'no-package' | 'old-word' | 'encrypted' | 'too-large' | 'broken'

/** Thrown while a file is opened; each reader makes a value of it. */
export class PackageRefused extends Error {
  readonly why: PackageRefusalReason
  constructor(why: PackageRefusalReason) {
    super(`package refused: ${why}`)
    this.why = why
  }
}

export type PackageParts = {
  /** A part as a tree; null if there is none of this name. */
  xml(path: string): XmlElement | null
  /** A small part as words. */
  words(path: string): string | null
  has(path: string): boolean
}

// The Civil Code, 1,174 articles, is a document.xml of some 6 MB. The tree of 32 MB takes about 250 MB of memory.
export const MOST_UNPACKED = 32 * 1024 * 1024
const MOST_ENTRIES = 5_000

/** Reads parts of the file until all together are more than we take. */
export function openPackage(bytes: Uint8Array, readXml: (bytes: Uint8Array) => XmlElement): PackageParts {
  const entries = entriesOf(bytes)
  let left = MOST_UNPACKED
  const bytesOf = (path: string): Uint8Array | null => {
    const entry = entries.get(path)
    if (!entry) return null
    const unpacked = unpack(entry, left)
    if (unpacked.kind !== 'unpacked') throw new PackageRefused(unpacked.kind)
    left -= unpacked.bytes.length
    return unpacked.bytes
  }
  return {
    xml: (path) => {
      const part = bytesOf(path)
      return part && sound(part, readXml)
    },
    words: (path) => {
      const part = bytesOf(path)
      return part && new TextDecoder().decode(part)
    },
    has: (path) => entries.has(path),
  }
}

/** Reads XML; what is unsound in it refuses the whole file. */
export function sound(bytes: Uint8Array, readXml: (bytes: Uint8Array) => XmlElement): XmlElement {
  try {
    return readXml(bytes)
  } catch (error) {
    if (error instanceof XmlRefused) throw new PackageRefused(error.why)
    throw error
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0]

function entriesOf(bytes: Uint8Array): Map<string, ZipEntry> {
  if (OLE.every((byte, at) => bytes[at] === byte)) throw new PackageRefused(whatOle(bytes))
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new PackageRefused('no-package')
  const entries = readZipDirectory(bytes)
  if (!entries) throw new PackageRefused('broken')
  if (entries.size > MOST_ENTRIES) throw new PackageRefused('too-large')
  if ([...entries.values()].some((entry) => entry.encrypted)) throw new PackageRefused('encrypted')
  return entries
}

/** Word keeps a file with a password, and the files of before 2007, in the same container. */
function whatOle(bytes: Uint8Array): PackageRefusalReason {
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted'
  return holds('WordDocument') ? 'old-word' : 'no-package'
}
