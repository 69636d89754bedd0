import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

/** One line of a ZIP's central directory (APPNOTE 4.3.12), which is what office programs read. */
export type ZipEntry = {
  name: string
  nameBytes: Buffer
  flags: number
  method: number
  crc: number
  packedSize: number
  size: number
  headerAt: number
}

const END = 0x06054b50
const END_SIZE = 22
const LONGEST_COMMENT = 65_535
const ENTRY = 0x02014b50
const ENTRY_SIZE = 46
const HEADER = 0x04034b50
const HEADER_SIZE = 30

const MOST_ENTRIES = 5_000
const LARGEST_DIRECTORY = 2_000_000
/** Unpacked, all together. The largest real document of ten megabytes that we saw unpacks to sixty. */
const LARGEST_CONTENT = 500_000_000

const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

/**
 * The entries in the order of the directory. Null for everything that is not a plain, whole archive beginning at the
 * first byte: another file in front of it, parts, encryption, ZIP64 (needed from 4 GB on), names that lead elsewhere
 * or stand twice, or more than could be meant.
 */
export async function readZipDirectory(file: FileHandle): Promise<ZipEntry[] | null> {
  const { size } = await file.stat()
  const tailAt = Math.max(0, size - END_SIZE - LONGEST_COMMENT)
  const tail = await readAt(file, tailAt, size - tailAt)
  const end = findEnd(tail)
  if (end === null) return null
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const at = tail.readUInt32LE(end + 16)
  if (tail.readUInt32LE(end + 4) !== 0 || count === 0 || count > MOST_ENTRIES || length > LARGEST_DIRECTORY) return null
  if (at + length !== tailAt + end) return null
  const entries = readEntries(await readAt(file, at, length), count)
  return entries && isSound(entries, at) ? entries : null
}

function findEnd(tail: Buffer): number | null {
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END && at + END_SIZE + tail.readUInt16LE(at + 20) === tail.length) return at
  }
  return null
}

function readEntries(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = []
  let at = 0
  while (at + ENTRY_SIZE <= directory.length && directory.readUInt32LE(at) === ENTRY) {
    const nameEnd = at + ENTRY_SIZE + directory.readUInt16LE(at + 28)
    const nameBytes = directory.subarray(at + ENTRY_SIZE, nameEnd)
    entries.push({
      name: nameBytes.toString('utf8'),
      nameBytes,
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    })
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return at === directory.length && entries.length === count ? entries : null
}

function isSound(entries: readonly ZipEntry[], directoryAt: number): boolean {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()))
  return (
    names.size === entries.length &&
    Math.min(...entries.map((entry) => entry.headerAt)) === 0 &&
    total(entries, 'size') <= LARGEST_CONTENT &&
    // More than there is room for: entries that share their bytes.
    total(entries, 'packedSize') + entries.length * HEADER_SIZE <= directoryAt &&
    entries.every(
      (entry) =>
        (entry.method === STORED || entry.method === DEFLATED) &&
        (entry.flags & ENCRYPTED) === 0 &&
        entry.headerAt + HEADER_SIZE + entry.packedSize <= directoryAt &&
        !/(^|[/\\])\.\.([/\\]|$)|^[/\\]|\u0000/.test(entry.name),
    )
  )
}

const total = (entries: readonly ZipEntry[], what: 'size' | 'packedSize'): number =>
  entries.reduce((sum, entry) => sum + entry[what], 0)

/** Where the packed bytes of an entry begin; null when its header is not where the directory says. */
export async function contentStart(file: FileHandle, entry: ZipEntry): Promise<number | null> {
  const header = await readAt(file, entry.headerAt, HEADER_SIZE)
  if (header.readUInt32LE(0) !== HEADER) return null
  return entry.headerAt + HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/** The content of an entry; null when it is broken or larger than `most` bytes. */
export async function readZipEntry(file: FileHandle, entry: ZipEntry, most: number): Promise<Buffer | null> {
  const start = await contentStart(file, entry)
  if (start === null || entry.size > most || entry.packedSize > most) return null
  const packed = await readAt(file, start, entry.packedSize)
  if (entry.method === STORED) return packed
  try {
    // No more than the directory says: else small packed bytes that lie about their size fill the disk, one after the other.
    return await promisify(inflateRaw)(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch {
    return null
  }
}

export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return bytesRead === length ? buffer : Buffer.concat([buffer.subarray(0, bytesRead)], length)
}
