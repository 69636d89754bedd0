import { Inflate } from 'fflate'

/** The files in a zip, unpacked one at a time and never beyond a measure: a small file may claim to hold a world. */

export type ZipEntry = { name: string; encrypted: boolean; method: number; packed: Uint8Array }

/** The directory at the file's end, or null if there is none (cut off, or no zip). */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipEntry> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return null
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    const packed = packedBytes(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true))
    if (!packed) return null
    entries.set(name, {
      name,
      packed,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}

function packedBytes(bytes: Uint8Array, view: DataView, at: number, size: number): Uint8Array | null {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return null
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  return from + size > bytes.length ? null : bytes.subarray(from, from + size)
}

export type Unpacked = { kind: 'unpacked'; bytes: Uint8Array } | { kind: 'too-large' } | { kind: 'broken' }

// Deflate grows at most 1,032 times: 8 kB in give 8 MB out before the measure is taken again.
const STEP = 8 * 1024

/** Unpacks, and stops as soon as more than `limit` bytes come out, whatever the directory claims. */
export function unpack(entry: ZipEntry, limit: number): Unpacked {
  if (entry.method === 0)
    return entry.packed.length > limit ? { kind: 'too-large' } : { kind: 'unpacked', bytes: entry.packed }
  if (entry.method !== 8) return { kind: 'broken' }
  const out = { chunks: [] as Uint8Array[], size: 0, whole: false }
  const inflate = new Inflate((chunk, final) => {
    out.chunks.push(chunk)
    out.size += chunk.length
    out.whole ||= final
  })
  try {
    for (let at = 0; at < entry.packed.length; at += STEP) {
      inflate.push(entry.packed.subarray(at, at + STEP), at + STEP >= entry.packed.length)
      if (out.size > limit) return { kind: 'too-large' }
    }
  } catch {
    return { kind: 'broken' }
  }
  return out.whole ? { kind: 'unpacked', bytes: joined(out.chunks, out.size) } : { kind: 'broken' }
}

function joined(chunks: Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
