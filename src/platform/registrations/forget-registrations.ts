import type { Queryable } from '../db/database.ts'
import type { Services } from '../services.ts'
import { readRef, refOf } from '../subjects/subject-rules.ts'
import { addDays, civilDateIn } from '../time/civil-date.ts'
import type { RegistrationHolder } from './registration-holder.ts'
import { countForgotten, deleteForgotten, listGatherings } from './registration-queries.ts'
import { KEPT_DAYS, UNCONFIRMED_DAYS } from './registration-rules.ts'

const DAY_MS = 86_400_000

/** What is due today: unconfirmed for a week, or of what was over a month ago. */
async function dueOf(db: Queryable, holder: RegistrationHolder, now: Date) {
  const ids = (await listGatherings(db, holder.kind)).flatMap(({ subject }) => readRef(subject)?.id ?? [])
  const over = await holder.overBefore(db, ids, addDays(civilDateIn('Europe/Tirane', now), -KEPT_DAYS))
  const unconfirmed = new Date(now.getTime() - UNCONFIRMED_DAYS * DAY_MS)
  return { kind: holder.kind, unconfirmed, over: over.map((id) => refOf(holder.kind, id)) }
}

export const countDueRegistrations = async ({ db, clock }: Services, holder: RegistrationHolder): Promise<number> =>
  countForgotten(db, await dueOf(db, holder, clock.now()))

/** Every night. How many came stands in numbers with the record; who had asked to come is gone. */
export async function forgetRegistrations({ db, clock }: Services, holder: RegistrationHolder): Promise<number> {
  return deleteForgotten(db, await dueOf(db, holder, clock.now()))
}
