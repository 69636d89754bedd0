import { findSearchFigures } from '../search/index/changed-queries.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { showSign } from '../signs/show-sign.ts'
import { findSign } from '../signs/sign-queries.ts'
import { minutesBefore } from '../time/clock.ts'
import { alarmLetter } from './alarm-mail.ts'
import { countJobsAt, countLetters, listOperators } from './health-queries.ts'
import { findLedgerFigures, isBackupLate } from './ledger-figure-queries.ts'
import { BACKUP_LATE_AFTER_MINUTES, isStuck, newlyStuck, refusalIn, stuckOf, stuckKeys } from './stuck-rules.ts'

const SIGN = 'health.alarm'
const LEDGER_SIGN = 'ledger'
/** A quarter of an hour less than a day: the job of the same hour tomorrow must not come a second too early. */
const ONCE_IN_MINUTES = 24 * 60 - 15

/**
 * Every few minutes: when something is stuck, a letter to who runs the installation; once a day at most, unless something
 * else gets stuck meanwhile.
 */
export async function raiseAlarm(services: Services): Promise<void> {
  const { db, clock, settings, log } = services
  const now = clock.now()
  const [letters, jobs, ledger, signed, backupLate, search] = await Promise.all([
    countLetters(db),
    countJobsAt(db, now),
    findLedgerFigures(db),
    findSign(db, LEDGER_SIGN),
    isBackupLate(db, minutesBefore(now, BACKUP_LATE_AFTER_MINUTES)),
    findSearchFigures(db, now),
  ])
  const stuck = stuckOf({ letters, jobs, ledger, refused: refusalIn(signed), backupLate, search }, now)
  if (!isStuck(stuck)) return
  log.warn({ ...stuck }, 'something is stuck')
  const last = await findSign(db, SIGN)
  const lately = last !== null && last.at > minutesBefore(now, ONCE_IN_MINUTES) ? last.details : {}
  if (newlyStuck(stuck, lately).length === 0) return
  const operators = await listOperators(db, now)
  await db.begin(async (tx) => {
    for (const { email, lang } of operators) {
      const letter = alarmLetter(lang, stuck, settings.url)
      await queueLetter(tx, services, { institutionId: null, kind: 'service', recipient: email, ...letter })
    }
  })
  const told = Object.fromEntries(stuckKeys(stuck).map((key) => [key, true]))
  await showSign(services, SIGN, { ...lately, ...told, letters: operators.length })
}
