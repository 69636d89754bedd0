import type { JobHandlers, Scheduled } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import {
  findForgottenLetters,
  findUncertainLetters,
  forgetBodies,
  forgetLetters,
  settleUndecided,
} from './mail-sweeps.ts'
import { sendLetter } from './send-letter.ts'

export const mailJobs = (services: Services): JobHandlers => ({
  'mail.send': ({ id }) => sendLetter(services, String(id)),
  'mail.find-uncertain': () => findUncertainLetters(services),
  'mail.find-forgotten': () => findForgottenLetters(services),
  'mail.settle-undecided': () => settleUndecided(services),
  'mail.forget-bodies': () => forgetBodies(services),
  'mail.forget-letters': () => forgetLetters(services),
})

export const mailSchedule: readonly Scheduled[] = [
  { job: 'mail.find-uncertain', at: '*/5 * * * *' },
  { job: 'mail.find-forgotten', at: '*/5 * * * *' },
  { job: 'mail.settle-undecided', at: '10 2 * * *' },
  { job: 'mail.forget-bodies', at: '20 2 * * *' },
  { job: 'mail.forget-letters', at: '40 2 * * *' },
]
