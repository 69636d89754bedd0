import type { Words } from '#law/jurisdiction.ts'
import { queueLetter } from '../../mail/outbox.ts'
import type { Services } from '../../services.ts'
import { moveLetter } from './move-letter-mail.ts'
import { countMoved, deleteMoveLettersBefore, insertMoveLetter, listMovedReaders } from './recompute-queries.ts'

/** How long it is known whom a run has told: longer than a run can be begun again. */
const KEPT_MS = 90 * 86_400_000

/** One letter for the whole run, to who holds what has moved and to the administrators. Begun again, it tells nobody twice. */
export async function tellMoved(services: Services, { cause, run }: { cause: Words; run: string }): Promise<void> {
  const { db, clock } = services
  for (const house of await countMoved(db, run)) await tellHouse(services, house, { cause, run })
  await deleteMoveLettersBefore(db, new Date(clock.now().getTime() - KEPT_MS))
}

async function tellHouse(
  services: Services,
  { institutionId, moved }: { institutionId: string; moved: number },
  { cause, run }: { cause: Words; run: string },
): Promise<void> {
  const { db, clock, settings } = services
  const now = clock.now()
  await db.begin(async (tx) => {
    for (const reader of await listMovedReaders(tx, run, institutionId, now)) {
      const { accountId, name, email, lang, own } = reader
      if (!(await insertMoveLetter(tx, { run, institutionId, accountId }, now))) continue
      const letter = moveLetter(lang, { name, cause, moved, own }, settings.url)
      await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
    }
  })
}
