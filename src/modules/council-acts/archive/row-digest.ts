import { createHash } from 'node:crypto'

/** Of a row as it came, whatever its words. */
export const digestOfRow = (words: unknown): string => createHash('sha256').update(JSON.stringify(words)).digest('hex')
