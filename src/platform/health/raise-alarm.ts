import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { showSign } from '../signs/show-sign.ts'
import { findSign } from '../signs/sign-queries.ts'
import { minutesBefore } from '../time/clock.ts'
import { alarmLetter } from './alarm-mail.ts'
import { countJobsAt, countLetters, listOperators } from './health-queries.ts'
import { isStuck, stuckOf } from './stuck-rules.ts'

const SIGN = 'health.alarm'
/** A quarter of an hour less than a day: the job of the same hour tomorrow must not come a second too early. */
const ONCE_IN_MINUTES = 24 * 60 - 15

/** Every hour: when letters or jobs are stuck, a letter to who runs the installation; once a day at most. */
export async function raiseAlarm(services: Services): Promise<void> {
  const { db, clock, settings, log } = services
  const now = clock.now()
  const [letters, jobs] = await Promise.all([countLetters(db), countJobsAt(db, now)])
  const stuck = stuckOf(letters, jobs, now)
  if (!isStuck(stuck)) return
  log.warn({ ...stuck }, 'letters or jobs are stuck')
  const last = await findSign(db, SIGN)
  if (last && last.at > minutesBefore(now, ONCE_IN_MINUTES)) return
  const operators = await listOperators(db, now)
  await db.begin(async (tx) => {
    for (const { email, lang } of operators) {
      const letter = alarmLetter(lang, stuck, settings.url)
      await queueLetter(tx, services, { institutionId: null, kind: 'service', recipient: email, ...letter })
    }
  })
  await showSign(services, SIGN, { letters: operators.length })
}
