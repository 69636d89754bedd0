import { createHash } from 'node:crypto'
import { isTooMany } from '#platform/http/rate-limits.ts'
import type { Services } from '#platform/services.ts'

/**
 * From one network on one consultation. A village meeting of forty people behind one address, and as many again of those
 * who write twice or help others, stay below it: nobody who sits in a hall should find their words waiting. What is above
 * it waits and is not refused; the limit that refuses is five times as wide (`COMMENTS_PER_ADDRESS`).
 */
const WAVE_FROM_ONE_NETWORK = { count: 90, minutes: 10 } as const

/**
 * The same words from anywhere. A letter that an association hands to its members is a good thing and is counted with every
 * name; but two dozen of one wording within minutes are either such a letter, which one person releases at once for all, or
 * a machine.
 */
const WAVE_OF_SAME_WORDS = { count: 25, minutes: 10 } as const

/**
 * Whether a comment comes in a wave of many at once. It is received as any other, with its code and its receipt, and waits
 * to be looked at. Kept are keyed digests of the day alone (`rate-limits.ts`): neither addresses nor words.
 */
export async function noticeWave(services: Services, slug: string, address: string, words: string): Promise<boolean> {
  const [network, same] = await Promise.all([
    isTooMany(services, `wave-network ${slug}`, address, WAVE_FROM_ONE_NETWORK),
    isTooMany(services, `wave-words ${slug}`, digestOfWords(words), WAVE_OF_SAME_WORDS),
  ])
  return network || same
}

/** Of the letters and digits alone: a comma more is no other wording. */
const digestOfWords = (words: string): string =>
  createHash('sha256')
    .update(
      words
        .normalize('NFD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ''),
    )
    .digest('hex')
