import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import { contentStart, readAt, type ZipEntry } from './zip-directory.ts'

/** The flags that say how to read an entry: how hard it was packed, and that its name is UTF-8. */
const KEPT_FLAGS = 0x0806
const VERSION = 20
const STORED = 0
const WORTH_PACKING = 1000
/** 1 January 1980, the first day a ZIP knows: when a part was saved is nobody's business. */
const DAY = 0x0021

type Part = { nameBytes: Buffer; flags: number; method: number; crc: number; size: number; content: Buffer }

/** Null: as it was. 'unreadable': the whole archive is refused. */
export type ContentInstead = (entry: ZipEntry) => Promise<Buffer | 'unreadable' | null>

/**
 * Writes the archive anew, with other content for some entries. All others are copied as they are packed, so that it
 * costs neither processor nor memory; what lies between entries, extra fields and times are left behind.
 * False: an entry was not where the directory says, or could not be read, and nothing may be relied on.
 */
export async function rewriteZip(
  from: FileHandle,
  entries: readonly ZipEntry[],
  to: FileHandle,
  contentInstead: ContentInstead,
): Promise<boolean> {
  const directory: Buffer[] = []
  let at = 0
  // In the order in which they lie, for OpenDocument wants `mimetype` first.
  for (const entry of entries.toSorted((one, other) => one.headerAt - other.headerAt)) {
    const instead = await contentInstead(entry)
    const part = instead === 'unreadable' ? null : await partFor(from, entry, instead)
    if (!part) return false
    directory.push(directoryLine(part, at))
    at += await append(to, at, [headerOf(part), part.content])
  }
  const lines = Buffer.concat(directory)
  await append(to, at, [lines, endOf(directory.length, lines.length, at)])
  return true
}

async function partFor(from: FileHandle, entry: ZipEntry, instead: Buffer | null): Promise<Part | null> {
  const { nameBytes, flags, method, crc, size } = entry
  if (instead !== null) {
    const how = instead.length < WORTH_PACKING ? STORED : method
    const packed = how === STORED ? instead : await promisify(deflateRaw)(instead)
    const own = { nameBytes, flags: flags & KEPT_FLAGS, method: how, crc: crc32(instead), size: instead.length }
    return { ...own, content: packed }
  }
  const start = await contentStart(from, entry)
  if (start === null) return null
  return {
    nameBytes,
    flags: flags & KEPT_FLAGS,
    method,
    crc,
    size,
    content: await readAt(from, start, entry.packedSize),
  }
}

/** APPNOTE 4.3.7. */
function headerOf(part: Part): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeCommon(header, 4, part)
  return Buffer.concat([header, part.nameBytes])
}

/** APPNOTE 4.3.12. */
function directoryLine(part: Part, headerAt: number): Buffer {
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(VERSION, 4)
  writeCommon(line, 6, part)
  line.writeUInt32LE(headerAt, 42)
  return Buffer.concat([line, part.nameBytes])
}

/** The eleven fields that header and directory share, in the same order. */
function writeCommon(target: Buffer, at: number, part: Part): void {
  target.writeUInt16LE(VERSION, at)
  target.writeUInt16LE(part.flags, at + 2)
  target.writeUInt16LE(part.method, at + 4)
  target.writeUInt16LE(DAY, at + 8)
  target.writeUInt32LE(part.crc, at + 10)
  target.writeUInt32LE(part.content.length, at + 14)
  target.writeUInt32LE(part.size, at + 18)
  target.writeUInt16LE(part.nameBytes.length, at + 22)
}

/** APPNOTE 4.3.16. */
function endOf(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}

async function append(to: FileHandle, at: number, pieces: readonly Buffer[]): Promise<number> {
  const bytes = Buffer.concat(pieces)
  await to.write(bytes, 0, bytes.length, at)
  return bytes.length
}
