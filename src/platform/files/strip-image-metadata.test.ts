import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { stripImageMetadata } from './strip-image-metadata.ts'

const folder = await mkdtemp(join(tmpdir(), 'kuvend-images-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function strip(image: Buffer, mediaType: 'image/jpeg' | 'image/png'): Promise<Buffer | null> {
  const [path, clean] = [join(folder, 'image'), join(folder, 'clean')]
  await writeFile(path, image)
  return (await stripImageMetadata(path, clean, mediaType)) ? readFile(clean) : null
}

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** One directory with the orientation, and words that stand for a place. */
const exif = (orientation: number): Buffer => {
  const tiff = Buffer.from('49492a0008000000010012010300010000000000000000000000', 'hex')
  tiff.writeUInt16LE(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS 41.33N 19.82E')]))
}

const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
])
const end = Buffer.from([0xff, 0xd9])
const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01'))
const tables = segment(0xdb, Buffer.alloc(65, 7))

describe('a JPEG', () => {
  it('keeps picture and orientation, and loses place, words and the pictures appended to it', async () => {
    const appended = Buffer.concat([Buffer.from([0xff, 0xd8]), exif(1), scan, end])
    const index = segment(0xe2, Buffer.from('MPF\0index'))
    const words = segment(0xfe, Buffer.from('taken by somebody'))
    const image = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      jfif,
      exif(6),
      index,
      words,
      tables,
      scan,
      scan,
      end,
      appended,
    ])
    const clean = await strip(image, 'image/jpeg')
    if (!clean) throw new Error('refused')
    for (const secret of ['GPS', 'somebody', 'MPF']) expect(clean.includes(secret)).toBe(false)
    expect(clean.indexOf(Buffer.concat([tables, scan, scan, end]))).toBe(
      clean.length - tables.length - 2 * scan.length - 2,
    )
    expect(clean.includes(jfif)).toBe(true)
    const orientation = clean.indexOf('Exif\0\0') + 6 + 18
    expect(clean.readUInt16BE(orientation)).toBe(6)
  })

  it('keeps its colour profile', async () => {
    const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile'))
    const clean = await strip(Buffer.concat([Buffer.from([0xff, 0xd8]), profile, tables, scan, end]), 'image/jpeg')
    expect(clean?.includes(profile)).toBe(true)
  })

  it('that is cut short or lies about a length is refused', async () => {
    const whole = Buffer.concat([Buffer.from([0xff, 0xd8]), exif(1), tables, scan, end])
    for (let length = 2; length < whole.length; length += 3) {
      expect(await strip(whole.subarray(0, length), 'image/jpeg')).toBeNull()
    }
    expect(await strip(Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 0, 1, 2]), 'image/jpeg')).toBeNull()
  })
})

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

describe('a PNG', () => {
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const header = chunk('IHDR', Buffer.from('00000001000000010806000000', 'hex'))
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(5)))
  const last = chunk('IEND', Buffer.alloc(0))

  it('keeps its pixels and loses words, time and Exif', async () => {
    const told = [
      chunk('tEXt', Buffer.from('Author\0Somebody')),
      chunk('eXIf', Buffer.from('GPS')),
      chunk('tIME', Buffer.alloc(7)),
    ]
    const clean = await strip(
      Buffer.concat([signature, header, ...told, pixels, last, Buffer.from('behind')]),
      'image/png',
    )
    expect(clean).toEqual(Buffer.concat([signature, header, pixels, last]))
  })

  it('that is cut short is refused', async () => {
    expect(await strip(Buffer.concat([signature, header, pixels.subarray(0, 6)]), 'image/png')).toBeNull()
  })
})
