import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { WebContext } from '../http/web-context.ts'
import type { Settings } from '../settings/settings.ts'
import { takeIn, type Arrived, type IncomingFile } from './incoming-file.ts'
import { hasFreeSpace } from './free-space.ts'
import { MOST_FIELDS, receiveMultipart, type Fault, type Received, type UploadLimits } from './multipart.ts'
import { newTemporaryFolder } from './temporary-files.ts'

/** A form as it came: what was typed, and the files, each looked at, cleaned and lying in a temporary folder. */
export type Upload = {
  kind: 'upload'
  fields: FormData
  files: IncomingFile[]
  /** Of a form that may bring files of kinds unknown to the store: those, as they came. Never kept; the caller looks inside. */
  unknown: Arrived[]
  /** Removes the temporary files. What was kept in the meantime is a copy and stays. */
  discard(): Promise<void>
}

/**
 * Nothing was taken in, and nothing is left on the disk. `fields` holds what was typed, to fill the form again;
 * `file` the name of the file at fault, as the browser gave it.
 */
export type UploadRefusal = Fault & { fields: FormData }

/** Five files of ten megabytes each: what a comment, a request or a draft may bring. */
export const UPLOAD_LIMITS: UploadLimits = { files: 5, fileBytes: 10_000_000 }

const LARGEST_PLAIN_FORM = 256 * 1024

type Needed = { settings: Pick<Settings, 'dataFolder' | 'minFreeBytes'> }

/** Reads the form of a request, with files or without. The caller discards it; `withUpload` does so by itself. */
export async function readUpload(
  c: WebContext,
  services: Needed,
  limits: UploadLimits,
): Promise<Upload | UploadRefusal> {
  const type = c.req.header('content-type') ?? ''
  const body = bodyOf(c)
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return readPlainForm(body)
  if (!/^multipart\/form-data\b/i.test(type)) return { kind: 'unreadable', file: null, fields: new FormData() }
  const folder = await newTemporaryFolder(services.settings)
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const refuseFiles = async () =>
      (await hasFreeSpace(services.settings)) ? ((await limits.refuseFiles?.()) ?? null) : 'no-space'
    const upload = await lookInside(
      await receiveMultipart(body, type, folder, { ...limits, refuseFiles }),
      limits,
      discard,
    )
    if (upload.kind !== 'upload') await discard()
    return upload
  } catch (error) {
    await discard()
    throw error
  }
}

/** Reads a form, hands it on, and removes its temporary files whatever happens then. */
export async function withUpload(
  c: WebContext,
  services: Needed,
  limits: UploadLimits,
  use: (upload: Upload | UploadRefusal) => Promise<Response>,
): Promise<Response> {
  const upload = await readUpload(c, services, limits)
  try {
    return await use(upload)
  } finally {
    if (upload.kind === 'upload') await upload.discard()
  }
}

/** The same class, seen from the types of the web and of Node. */
const bodyOf = (c: WebContext): Readable =>
  c.req.raw.body ? Readable.fromWeb(c.req.raw.body as ReadableStream<Uint8Array>) : Readable.from([])

async function lookInside(
  { fields, files, fault }: Received,
  { unknownToo }: UploadLimits,
  discard: () => Promise<void>,
): Promise<Upload | UploadRefusal> {
  if (fault) return { ...fault, fields }
  const taken: IncomingFile[] = []
  const unknown: Arrived[] = []
  for (const arrived of files) {
    const file = await takeIn(arrived)
    if (file === 'too-large') return { kind: 'too-large', file: arrived.claimedName, fields }
    if (!file && !unknownToo) return { kind: 'wrong-type', file: arrived.claimedName, fields }
    if (file) taken.push(file)
    else unknown.push(arrived)
  }
  return { kind: 'upload', fields, files: taken, unknown, discard }
}

async function readPlainForm(body: Readable): Promise<Upload | UploadRefusal> {
  const fields = new FormData()
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of body as AsyncIterable<Uint8Array>) {
      size += piece.length
      // Read on without keeping: a browser reads no answer before it has sent everything.
      if (size <= LARGEST_PLAIN_FORM) pieces.push(Buffer.from(piece))
      if (size > LARGEST_PLAIN_FORM * 100) break
    }
  } catch {
    return { kind: 'unreadable', file: null, fields }
  }
  if (size > LARGEST_PLAIN_FORM) return { kind: 'too-large', file: null, fields }
  const typed = [...new URLSearchParams(Buffer.concat(pieces).toString('utf8'))]
  for (const [name, value] of typed.slice(0, MOST_FIELDS)) fields.append(name, value)
  if (typed.length > MOST_FIELDS) return { kind: 'unreadable', file: null, fields }
  return { kind: 'upload', fields, files: [], unknown: [], discard: async () => {} }
}
