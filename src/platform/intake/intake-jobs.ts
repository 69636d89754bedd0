import type { JobHandlers, Scheduled } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { UNCONFIRMED_DAYS } from './case-rules.ts'
import { forgetMailsBefore } from './incoming-mail-queries.ts'
import { SET_ASIDE_DAYS } from './incoming-mail-rules.ts'
import { pollMailbox } from './poll-mailbox.ts'
import { TELL_OF_MOVE, tellOfMove } from './tell-of-move.ts'
import { eraseUnconfirmedCases } from './unconfirmed-case-queries.ts'

const DAY_MS = 86_400_000

export const intakeJobs = (services: Services): JobHandlers => ({
  'intake.poll': () => poll(services),
  'intake.erase-unconfirmed': () => eraseUnconfirmed(services),
  'intake.forget-mails': async () => void (await forgetMails(services)),
  [TELL_OF_MOVE]: (payload) => tellOfMove(services, payload),
})

export const intakeSchedule: readonly Scheduled[] = [
  { job: 'intake.poll', at: '* * * * *' },
  { job: 'intake.erase-unconfirmed', at: '50 2 * * *' },
  { job: 'intake.forget-mails', at: '55 2 * * *' },
]

async function poll(services: Services): Promise<void> {
  const { imapUrl } = services.settings
  if (!imapUrl) return
  const polled = await pollMailbox(services, imapUrl)
  if (Object.keys(polled).length > 0) services.log.info(polled, 'mail was taken in')
}

/** Every night: what was never confirmed was never counted, and after seven days nothing of it is left. */
async function eraseUnconfirmed({ db, clock, log }: Services): Promise<void> {
  const before = new Date(clock.now().getTime() - UNCONFIRMED_DAYS * DAY_MS)
  let erased = 0
  for (;;) {
    const count = await db.begin((tx) => eraseUnconfirmedCases(tx, before))
    erased += count
    if (count === 0) break
  }
  if (erased > 0) log.info({ erased }, 'letters that were never confirmed are erased')
}

export const setAsideUntil = (now: Date): Date => new Date(now.getTime() - SET_ASIDE_DAYS * DAY_MS)

export async function forgetMails({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<number> {
  let forgotten = 0
  for (;;) {
    const count = await forgetMailsBefore(db, setAsideUntil(clock.now()))
    forgotten += count
    if (count === 0) return forgotten
  }
}
