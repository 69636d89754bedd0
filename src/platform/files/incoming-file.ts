import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { cleanFileName } from './clean-file-name.ts'
import { mediaTypeOf, type MediaType } from './media-types.ts'
import { pictureSize } from './picture-size.ts'
import { stripImageMetadata } from './strip-image-metadata.ts'
import { stripMetadata } from './strip-metadata.ts'

/** A file that has come in, was looked at, and lies in a temporary folder until it is kept or thrown away. */
export type IncomingFile = {
  /** The form's field it came in. */
  field: string
  path: string
  digest: string
  size: number
  mediaType: MediaType
  /** Cleaned, with the extension of what it is. */
  name: string
  /** As it came, before its metadata went: by this whoever sent it knows it again. */
  came?: Pick<Arrived, 'claimedName' | 'digest' | 'size'>
  /** Signed by its author, so not a byte of it was changed. */
  signed?: boolean
}

/** What is known of a file before anybody has looked inside. */
export type Arrived = { field: string; path: string; claimedName: string; digest: string; size: number }

const OFFICE = /^application\/vnd\./
const IMAGE = /^image\//

/**
 * Looks inside: what it is, and, of office documents and pictures, takes the metadata out, so that its digest and size are
 * those of the file as it will be published. Null: not a file of a kind we take; 'too-large': a picture that would unpack
 * to more than any camera makes.
 */
export async function takeIn(arrived: Arrived): Promise<IncomingFile | 'too-large' | null> {
  const { field, path, claimedName, digest, size } = arrived
  const mediaType = await mediaTypeOf(path)
  if (mediaType === null) return null
  const came = { claimedName, digest, size }
  const file = { field, path, digest, size, mediaType, name: cleanFileName(claimedName, mediaType), came }
  if (!OFFICE.test(mediaType) && !IMAGE.test(mediaType)) return file
  const clean = await withoutMetadata(file)
  return clean && (await isHuge(clean)) ? 'too-large' : clean
}

async function withoutMetadata(file: IncomingFile): Promise<IncomingFile | null> {
  const clean = `${file.path}.clean`
  try {
    const outcome = await strip(file, clean)
    if (outcome === 'signed') return { ...file, signed: true }
    if (outcome === 'unreadable') return null
    await rename(clean, file.path)
    return { ...file, digest: await digestOf(file.path), size: (await stat(file.path)).size }
  } finally {
    await rm(clean, { force: true })
  }
}

async function strip({ path, mediaType }: IncomingFile, clean: string): Promise<'stripped' | 'signed' | 'unreadable'> {
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return stripMetadata(path, clean)
  return (await stripImageMetadata(path, clean, mediaType)) ? 'stripped' : 'unreadable'
}

/** Pixels. A photograph of a telephone has 12 to 50 million. */
export const MOST_PIXELS = 80_000_000

async function isHuge({ path, mediaType }: IncomingFile): Promise<boolean> {
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return false
  const size = await pictureSize(path, mediaType)
  return size !== null && size.width * size.height > MOST_PIXELS
}

export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece)
  return hash.digest('hex')
}
