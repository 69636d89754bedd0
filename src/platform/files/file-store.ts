import type { Readable } from 'node:stream'

/** Content by digest. A digest is the SHA-256 of the content in 64 hexadecimal digits. */
export type FileStore = {
  /** Keeps a copy of what lies at `path`; keeping the same content twice is keeping it once. */
  put(digest: string, path: string): Promise<void>
  /** Null when nothing with that digest is kept. */
  open(digest: string): Promise<Readable | null>
  remove(digest: string): Promise<void>
  /** All that is kept, in any order: for the sweep that looks for content nobody names. */
  list(): AsyncIterable<KeptContent>
}

export type KeptContent = { digest: string; keptAt: Date }

const DIGEST = /^[0-9a-f]{64}$/

export const isDigest = (words: string): boolean => DIGEST.test(words)

/** `ab/cd/abcd…`: 65,536 folders, so that none grows large. Refuses what is no digest, for it becomes a path. */
export function placeOf(digest: string): string {
  if (!isDigest(digest)) throw new Error('Not a digest')
  return `${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`
}
