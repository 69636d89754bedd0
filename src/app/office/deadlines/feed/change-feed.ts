import { randomUUID } from 'node:crypto'
import { digestOfToken } from '#platform/auth/private-link.ts'
import { keyFor } from '#platform/auth/sealed.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { endFeedRow, findFeed, holdFeeds, insertFeed } from './feed-queries.ts'
import { feedToken } from './feed-token-rules.ts'

/** What the key of the addresses is for. */
export const FEED_KEY = 'calendar of deadlines'

/**
 * Gives an official an address for their calendar, or a new one in place of the old, which is dead from then on. `seen`:
 * the one that stood on the page, or ''; a form that arrives twice finds another and does nothing.
 */
export async function renewFeed(services: Services, official: Official, seen: string): Promise<void> {
  const { db, clock, settings } = services
  await db.begin(async (tx) => {
    const now = clock.now()
    await holdFeeds(tx, official.accountId)
    const stands = await findFeed(tx, official.accountId)
    if ((stands?.id ?? '') !== seen) return
    if (stands) await endFeedRow(tx, stands.id, now)
    const id = randomUUID()
    const tokenDigest = digestOfToken(feedToken(keyFor(settings, FEED_KEY), id))
    await insertFeed(tx, { id, accountId: official.accountId, tokenDigest, now })
  })
}

/** The address is dead, and there is no other. */
export async function endFeed({ db, clock }: Services, official: Official, seen: string): Promise<void> {
  await db.begin(async (tx) => {
    await holdFeeds(tx, official.accountId)
    const stands = await findFeed(tx, official.accountId)
    if (stands?.id === seen) await endFeedRow(tx, stands.id, clock.now())
  })
}
