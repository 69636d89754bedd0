import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import type { Arrived } from './incoming-file.ts'

/** `fieldBytes`: what one text field may hold, where that is more than the usual 64 kB. */
export type UploadLimits = {
  files: number
  fileBytes: number
  fieldBytes?: number
  /** Files of kinds that are never kept come in beside the others, for a reader that takes them apart itself. */
  unknownToo?: boolean
  /**
   * Asked once, when the first byte of a file arrives and before it is written: why none is taken, or null. Forms without
   * files are not asked, and what was typed is read in any case.
   */
  refuseFiles?: () => Promise<FilesRefusal | null>
}

/** Too many files from one address within the hour; hardly room left on the disk; the institution's room is used up. */
export type FilesRefusal = 'too-often' | 'no-space' | 'over-quota'

export type Fault = {
  kind: 'too-large' | 'too-many' | 'wrong-type' | 'unreadable' | FilesRefusal
  file: string | null
}

/** What a request brought, and the first thing that was wrong with it. */
export type Received = { fields: FormData; files: Arrived[]; fault: Fault | null }

export const MOST_FIELDS = 60
const LONGEST_FIELD = 64 * 1024
/** A form may show some file inputs that are left empty; each still sends a part. */
const EMPTY_INPUTS = 10
/** How many times the size allowed is read to its end, so that the browser shows our answer and no broken line. */
const PATIENCE = 4

/**
 * Reads a multipart form piece by piece: text into `fields`, files into `folder`. Once something is wrong no further
 * file is written, but the rest is read, for what was typed must come back and a browser reads no answer before it has
 * sent everything.
 */
export async function receiveMultipart(
  body: Readable,
  contentType: string,
  folder: string,
  limits: UploadLimits,
): Promise<Received> {
  const received: Received = { fields: new FormData(), files: [], fault: null }
  const parser = openParser(contentType, limits)
  if (!parser) return { ...received, fault: UNREADABLE }
  const open = new Set<Readable>()
  const law = { mayWrite: askedOnce(limits), taken: countedIn(received, limits) }
  // In the order of the form, whichever file is written first.
  const writing: Promise<Arrived | null>[] = []
  const stop = new AbortController()
  parser.on('file', (field, content, name) => {
    open.add(content)
    const path = join(folder, String(open.size))
    writing.push(receiveFile(received, law, content, { field, path, claimedName: name ?? '' }, stop))
  })
  receiveFields(received, parser)
  try {
    await pipeline(body, atMost(limits.files * limits.fileBytes * PATIENCE), parser, { signal: stop.signal })
  } catch {
    blame(received, UNREADABLE)
    for (const content of open) content.destroy()
  }
  received.files = (await Promise.all(writing)).filter((file) => file !== null)
  return received
}

function askedOnce({ refuseFiles }: UploadLimits): () => Promise<FilesRefusal | null> {
  let answer: Promise<FilesRefusal | null> | null = null
  return () => (answer ??= refuseFiles?.() ?? Promise.resolve(null))
}

/** Told at once: what comes after the last one that is allowed is not written. */
function countedIn(received: Received, { files }: UploadLimits): () => void {
  let count = 0
  return () => {
    count += 1
    if (count > files) blame(received, TOO_MANY)
  }
}

function receiveFields(received: Received, parser: BusboyInstance): void {
  parser.on('field', (name, value, _nameCut, valueCut) => {
    if (typeof name === 'string') received.fields.append(name, value)
    if (valueCut) blame(received, UNREADABLE)
  })
  parser.on('fieldsLimit', () => blame(received, UNREADABLE))
  parser.on('partsLimit', () => blame(received, TOO_MANY))
  parser.on('filesLimit', () => blame(received, TOO_MANY))
}

const TOO_MANY: Fault = { kind: 'too-many', file: null }
const UNREADABLE: Fault = { kind: 'unreadable', file: null }

/** The first fault is the one that is told. */
function blame(received: Received, fault: Fault): void {
  received.fault ??= fault
}

function openParser(contentType: string, limits: UploadLimits): BusboyInstance | null {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        fields: MOST_FIELDS,
        fieldSize: limits.fieldBytes ?? LONGEST_FIELD,
        files: limits.files + EMPTY_INPUTS,
        fileSize: limits.fileBytes,
        parts: MOST_FIELDS + limits.files + EMPTY_INPUTS,
        headerPairs: 20,
        headerSize: 8192,
      },
    })
  } catch {
    return null
  }
}

function atMost(bytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      seen += piece.length
      done(seen > bytes ? new Error('Far more than is allowed') : null, piece)
    },
  })
}

type Law = { mayWrite: () => Promise<FilesRefusal | null>; taken: () => void }

type Announced = Omit<Arrived, 'digest' | 'size'>

/** Never rejects: what goes wrong with a file is told as the form's fault, and gives null as an input left empty does. */
async function receiveFile(
  received: Received,
  law: Law,
  content: BusboyFileStream,
  file: Announced,
  stop: AbortController,
): Promise<Arrived | null> {
  content.on('limit', () => blame(received, { kind: 'too-large', file: file.claimedName }))
  const hash = createHash('sha256')
  let size = 0
  try {
    if (received.fault) {
      for await (const _ of content);
      return null
    }
    await pipeline(
      content,
      (pieces: AsyncIterable<Buffer>) =>
        wanted(pieces, received, law.mayWrite, (piece) => {
          hash.update(piece)
          size += piece.length
        }),
      createWriteStream(file.path, { flags: 'wx', mode: 0o600 }),
    )
    if (size > 0) {
      law.taken()
      return { ...file, digest: hash.digest('hex'), size }
    }
    if (received.fault || file.claimedName === '') await rm(file.path, { force: true })
    else blame(received, { kind: 'wrong-type', file: file.claimedName })
  } catch {
    blame(received, UNREADABLE)
    // The disk is full, say: nobody reads this file any more, and without an end the parser would wait for it for ever.
    stop.abort()
  }
  return null
}

/** The pieces of a file that may be written; none when no file is taken now. */
async function* wanted(
  pieces: AsyncIterable<Buffer>,
  received: Received,
  mayWrite: () => Promise<FilesRefusal | null>,
  count: (piece: Buffer) => void,
): AsyncIterable<Buffer> {
  for await (const piece of pieces) {
    const refusal = await mayWrite()
    if (refusal) {
      blame(received, { kind: refusal, file: null })
      // Read on without writing: what was typed may stand behind the file.
      for await (const _ of pieces);
      return
    }
    count(piece)
    yield piece
  }
}
