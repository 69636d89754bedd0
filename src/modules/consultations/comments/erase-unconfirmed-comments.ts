import type { Services } from '#platform/services.ts'
import { eraseUnconfirmed } from './unconfirmed-queries.ts'
import { UNCONFIRMED_DAYS } from './comment-rules.ts'

/** Every night: what was never confirmed was never counted, and after seven days nothing of it is left. */
export async function eraseUnconfirmedComments({ db, clock, log }: Services): Promise<void> {
  const before = new Date(clock.now().getTime() - UNCONFIRMED_DAYS * 86_400_000)
  let erased = 0
  for (;;) {
    const count = await db.begin((tx) => eraseUnconfirmed(tx, before))
    erased += count
    if (count === 0) break
  }
  if (erased > 0) log.info({ erased }, 'comments that were never confirmed are erased')
}
