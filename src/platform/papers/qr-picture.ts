import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** ISO/IEC 18004 asks for a quiet zone of four modules; the white round the code gives two of them. */
const QUIET_ZONE = 2

const modulesOf = (words: string) => encode(words, { ecc: 'M', border: QUIET_ZONE })

export function qrSvg(words: string): string {
  const { data, size } = modulesOf(words)
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}

/** Pixels a module: enough for a printer at this size. */
const SCALE = 8

/** The same as PNG, eight bits of grey: a word processor takes no drawing alone. */
export function qrPng(words: string): Buffer {
  const { data, size } = modulesOf(words)
  const width = size * SCALE
  const rows = data.flatMap((row) => {
    // Each row begins with the number of its filter: none.
    const line = Buffer.alloc(width + 1, 0xff)
    line[0] = 0
    row.forEach((dark, x) => dark && line.fill(0, 1 + x * SCALE, 1 + (x + 1) * SCALE))
    return Array.from({ length: SCALE }, () => line)
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(width, 4)
  head[8] = 8
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
