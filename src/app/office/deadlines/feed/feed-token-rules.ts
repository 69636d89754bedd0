import { createHmac } from 'node:crypto'

/**
 * The secret part of the address of a calendar. It is drawn from its number by a key that stands outside the database, so
 * the page can show it again while the table holds its digest alone.
 */
export const feedToken = (key: Buffer, feedId: string): string =>
  createHmac('sha256', key).update(feedId).digest('base64url')

/** As tokens look: 32 bytes. What looks otherwise is not asked for. */
export const isFeedToken = (words: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(words)
