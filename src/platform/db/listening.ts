import type { Database } from './database.ts'

export type Listening = { end(): Promise<void> }

/**
 * Hears what transactions tell by `pg_notify` on a channel. On a connection of its own, which ends with the pool; it comes
 * back by itself after a short loss only, so whoever must not miss anything also asks from time to time.
 */
export async function listenOn(
  db: Database,
  channel: string,
  { heard, begun }: { heard: (told: string) => void; begun: () => void },
): Promise<Listening> {
  const listening = await db.listen(channel, heard, begun)
  return { end: () => listening.unlisten() }
}
