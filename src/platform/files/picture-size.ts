import { open } from 'node:fs/promises'

/** Width and height as the head of a PNG or JPEG tells them, without unpacking anything; null when it tells none. */
export async function pictureSize(
  path: string,
  mediaType: 'image/jpeg' | 'image/png',
): Promise<{ width: number; height: number } | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, LONGEST_HEAD))
    await file.read(head, 0, head.length, 0)
    return mediaType === 'image/png' ? sizeOfPng(head) : sizeOfJpeg(head)
  } finally {
    await file.close()
  }
}

/** Our own cleaning has taken Exif and previews out before, so the frame stands near the beginning. */
const LONGEST_HEAD = 1_000_000

function sizeOfPng(head: Buffer): { width: number; height: number } | null {
  if (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR') return null
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}

/** Markers that are no frame among C0 to CF: tables, extensions, arithmetic coding. */
const NO_FRAME = new Set([0xc4, 0xc8, 0xcc])

/** The first frame (ITU-T T.81, B.2.2): segments of a marker and a length up to it. */
function sizeOfJpeg(head: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 <= head.length && head[at] === 0xff;) {
    const marker = head[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker)) {
      return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) }
    }
    at += 2 + head.readUInt16BE(at + 2)
  }
  return null
}
