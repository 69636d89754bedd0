import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import tar from 'tar-stream'
import { readTrailer, TRAILER_BYTES, trailerOf, ZSTD_MAGIC } from './manifest-rules.ts'

/** Adds a member whose size is known; comes back when it has been handed on, so that nothing piles up. */
export type AddMember = (name: string, size: number, content: Uint8Array | Readable) => Promise<void>

/** A fast level: a copy made every night should not keep a small machine busy. */
const LEVEL = 3

/** Tar through zstd into a new file, and behind it the digest of the file. Comes back when it is on the disk. */
export async function writeContainer(path: string, at: Date, fill: (add: AddMember) => Promise<void>): Promise<void> {
  const pack = tar.pack()
  const params = { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 }
  const writing = pipeline(
    pack,
    createZstdCompress({ params }),
    withTrailer,
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  )
  const filling = fill((name, size, content) => addMember(pack, { name, size, mtime: at }, content)).then(
    () => pack.finalize(),
    (error: unknown) => {
      pack.destroy(error instanceof Error ? error : new Error(String(error)))
      throw error
    },
  )
  // Both: a full disk breaks the writing, and the filling would wait for ever for room.
  const [written, filled] = await Promise.allSettled([writing, Promise.race([filling, writing])])
  if (filled.status === 'rejected') throw filled.reason
  if (written.status === 'rejected') throw written.reason
}

async function* withTrailer(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of content) {
    hash.update(piece)
    yield piece
  }
  yield trailerOf(hash.digest())
}

async function addMember(
  pack: tar.Pack,
  header: { name: string; size: number; mtime: Date },
  content: Uint8Array | Readable,
): Promise<void> {
  const done = Promise.withResolvers<void>()
  const entry = pack.entry({ ...header, mode: 0o600 }, (error) => (error ? done.reject(error) : done.resolve()))
  if (content instanceof Uint8Array) entry.end(content)
  else await pipeline(content, entry)
  await done.promise
}

export type Member = { name: string; size: number; content: AsyncIterable<Buffer> }

/** Its members in their order; what is not read of one is skipped. Throws on what is not packed as it should be. */
export async function* readContainer(path: string): AsyncIterable<Member> {
  const { size } = await stat(path)
  const extract = tar.extract()
  const reading = pipeline(
    createReadStream(path, { end: Math.max(0, size - TRAILER_BYTES - 1) }),
    createZstdDecompress(),
    extract,
  )
  // Told through the members too, but a rejection that nobody looks at ends the process.
  reading.catch(() => {})
  for await (const entry of extract) {
    // The bytes are Buffers: the stream is given no encoding.
    yield { name: entry.header.name, size: entry.header.size ?? 0, content: entry as AsyncIterable<Buffer> }
    entry.resume()
  }
  await reading
}

export type Seal = { kind: 'whole'; bytes: number; digest: string } | { kind: 'foreign' } | { kind: 'damaged' }

/** Whether the file is, byte by byte, what was written. Gives the digest of all of it. */
export async function checkSeal(path: string): Promise<Seal> {
  const { size } = await stat(path)
  const first = await readAt(path, 0, ZSTD_MAGIC.length)
  if (!first.equals(ZSTD_MAGIC)) return { kind: 'foreign' }
  if (size <= TRAILER_BYTES) return { kind: 'damaged' }
  const trailer = await readAt(path, size - TRAILER_BYTES, TRAILER_BYTES)
  const stated = readTrailer(trailer)
  if (!stated) return { kind: 'damaged' }
  const hash = createHash('sha256')
  const pieces: AsyncIterable<Buffer> = createReadStream(path, { end: size - TRAILER_BYTES - 1 })
  for await (const piece of pieces) hash.update(piece)
  const whole = hash.copy().update(trailer)
  if (!hash.digest().equals(stated)) return { kind: 'damaged' }
  return { kind: 'whole', bytes: size, digest: whole.digest('hex') }
}

async function readAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
