import { readFile, writeFile } from 'node:fs/promises'

/**
 * Takes out of a photograph what tells where, when and by whom it was made; the picture itself is copied byte by byte.
 * Of JPEG's Exif only the orientation stays, for without it a photograph may lie on its side.
 * False: the file is not built as its kind should be, and nothing was written.
 */
export async function stripImageMetadata(
  path: string,
  clean: string,
  mediaType: 'image/jpeg' | 'image/png',
): Promise<boolean> {
  const image = await readFile(path)
  const parts = mediaType === 'image/jpeg' ? keptOfJpeg(image) : keptOfPng(image)
  if (parts === null) return false
  await writeFile(clean, Buffer.concat(parts), { mode: 0o600 })
  return true
}

const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe

/**
 * Segments, each FF, marker, length of two bytes that counts itself (ITU-T T.81, B.1.1.4), up to the end of the image:
 * telephones append further pictures, with their own place and time, behind it.
 */
function keptOfJpeg(image: Buffer): Buffer[] | null {
  if (image.length < 4 || image.readUInt16BE(0) !== 0xffd8) return null
  const kept: Buffer[] = [image.subarray(0, 2)]
  let at = 2
  while (at + 2 <= image.length && image[at] === 0xff) {
    const marker = image[at + 1] ?? 0
    if (marker === END_OF_IMAGE) return [...kept, image.subarray(at, at + 2)]
    if (at + 4 > image.length) return null
    const head = at + 2 + image.readUInt16BE(at + 2)
    const end = marker === START_OF_SCAN ? endOfScan(image, head) : head
    if (end > image.length || end < at + 4) return null
    kept.push(...keptOfSegment(marker, image.subarray(at, end)))
    at = end
  }
  return null
}

/** Where the coded picture stops: at the first FF that is neither stuffed (FF 00) nor a restart (FF D0 to D7). */
function endOfScan(image: Buffer, from: number): number {
  for (let at = image.indexOf(0xff, from); at !== -1; at = image.indexOf(0xff, at + 1)) {
    const next = image[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return image.length + 1
}

function keptOfSegment(marker: number, segment: Buffer): Buffer[] {
  if (marker === APP1) {
    const orientation = orientationOf(segment)
    return orientation === null ? [] : [exifWith(orientation)]
  }
  // A colour profile is needed; the same marker also indexes the pictures that were appended.
  if (marker === APP2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE' ? [segment] : []
  const needed = marker < APP0 || marker > APP15 || marker === APP0 || marker === APP14
  return needed && marker !== COMMENT ? [segment] : []
}

const EXIF = Buffer.from('Exif\0\0')
const ORIENTATION = 0x0112

/** The orientation, 1 to 8, in the first directory of an Exif segment (Exif 2.32, 4.6.4); null when it is not told. */
function orientationOf(segment: Buffer): number | null {
  if (!segment.subarray(4, 10).equals(EXIF)) return null
  const tiff = segment.subarray(10)
  if (tiff.length < 10) return null
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) !== ORIENTATION) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** The smallest Exif there is: one directory with one entry. */
function exifWith(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const segment = Buffer.concat([Buffer.from([0xff, APP1, 0, 0]), EXIF, tiff])
  segment.writeUInt16BE(segment.length - 2, 2)
  return segment
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** Chunks of words, times and Exif (PNG, 11.3); all others are the picture. */
const PNG_METADATA = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])

function keptOfPng(image: Buffer): Buffer[] | null {
  if (!image.subarray(0, 8).equals(PNG_SIGNATURE)) return null
  const kept: Buffer[] = [PNG_SIGNATURE]
  for (let at = 8; at + 12 <= image.length;) {
    const end = at + 12 + image.readUInt32BE(at)
    const type = image.toString('latin1', at + 4, at + 8)
    if (end > image.length) return null
    if (!PNG_METADATA.has(type)) kept.push(image.subarray(at, end))
    if (type === 'IEND') return kept
    at = end
  }
  return null
}
