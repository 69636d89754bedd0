import { createHash } from 'node:crypto'
import { calendarDigest } from '#law/calendar/calendar-digest.ts'
import { JURISDICTIONS, type Jurisdiction } from '#law/jurisdiction.ts'
import { rulesDigest } from '#law/rules/rules.ts'
import type { Services } from '../../services.ts'
import { askRecompute } from './ask-recompute.ts'
import { lawCause } from './move-texts.ts'
import { hasOpenDeadline, noteLawVersion } from './recompute-queries.ts'

export const lawDigest = (jurisdiction: Jurisdiction): string =>
  createHash('sha256')
    .update(`${rulesDigest(jurisdiction)}\n${calendarDigest(jurisdiction)}`)
    .digest('hex')

/** At the start of the program: where it brings other rules or holidays than were computed with, what is open is computed anew. */
export async function checkLaw({ db, clock, log }: Pick<Services, 'db' | 'clock' | 'log'>): Promise<void> {
  for (const jurisdiction of JURISDICTIONS) {
    const asked = await db.begin(async (tx) => {
      if (!(await noteLawVersion(tx, jurisdiction, lawDigest(jurisdiction), clock.now()))) return false
      if (!(await hasOpenDeadline(tx, jurisdiction))) return false
      await askRecompute(tx, { jurisdiction }, lawCause)
      return true
    })
    if (asked) log.info({ jurisdiction }, 'other rules or holidays: open deadlines are computed anew')
  }
}
