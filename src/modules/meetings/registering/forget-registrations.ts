import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { deleteForgotten } from './registration-queries.ts'
import { KEPT_DAYS, UNCONFIRMED_DAYS } from './registration-rules.ts'

const DAY_MS = 86_400_000

/** What is due today: unconfirmed for a week, or of a meeting that was over a month ago. */
export const dueBefore = (now: Date): { unconfirmed: Date; over: string } => ({
  unconfirmed: new Date(now.getTime() - UNCONFIRMED_DAYS * DAY_MS),
  over: addDays(civilDateIn('Europe/Tirane', now), -KEPT_DAYS),
})

/** Every night. How many came stands in numbers with the meeting; who had asked to come is gone. */
export async function forgetRegistrations({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<number> {
  return deleteForgotten(db, dueBefore(clock.now()))
}
