import type { Services } from '../services.ts'
import { minutesBefore } from '../time/clock.ts'
import {
  deleteEndedBefore,
  deleteSentBefore,
  eraseBodiesEndedBefore,
  eraseBodiesSentBefore,
  listClaimedBefore,
  listForgottenBefore,
  listUndecidedBefore,
} from './mail-queries.ts'
import { enqueueSending } from './outbox.ts'
import { leaveUncertain } from './send-letter.ts'
import { settleLetter } from './settle-letter.ts'

/** No sending lasts so long: `smtp.ts` gives up after three minutes. */
const CLAIM_MINUTES = 10
const FORGOTTEN_MINUTES = 5
const BODY_DAYS = 7
/** Long enough to answer "did you write to me?" after a consultation has closed. */
const LETTER_DAYS = 90
/** A letter of which nobody has decided anything in all this time is of no use to anybody any more. */
const UNDECIDED_DAYS = 90

/** Every five minutes: claims that nobody settled, because the process that made them is gone. */
export async function findUncertainLetters(services: Services): Promise<void> {
  const claimed = await listClaimedBefore(services.db, minutesBefore(services.clock.now(), CLAIM_MINUTES))
  for (const letter of claimed) await leaveUncertain(services, letter, 'the process that sent it ended')
}

/** Every five minutes: letters that wait and have no job, for example from before there was a mail server. */
export async function findForgottenLetters({ db, clock, settings }: Services): Promise<void> {
  if (settings.smtpUrl === null && !settings.demo) return
  const forgotten = await listForgottenBefore(db, minutesBefore(clock.now(), FORGOTTEN_MINUTES))
  for (const id of forgotten) await db.begin((tx) => enqueueSending(tx, id))
}

/** Every night: a letter may hold a private link, and a link that arrived need not lie here too. */
export async function forgetBodies({ db, clock, settings, log }: Services): Promise<void> {
  if (settings.demo) return
  const moment = minutesBefore(clock.now(), BODY_DAYS * 24 * 60)
  let erased = 0
  for (let count = -1; count !== 0; erased += count) count = await eraseBodiesSentBefore(db, moment)
  for (let count = -1; count !== 0; erased += count) count = await eraseBodiesEndedBefore(db, moment)
  if (erased > 0) log.info({ erased }, 'bodies of old letters are erased')
}

/** Every night: that a letter went to an address is personal data too. Legal notices stay: they are proof of service. */
export async function forgetLetters({ db, clock, log }: Services): Promise<void> {
  const moment = minutesBefore(clock.now(), LETTER_DAYS * 24 * 60)
  let deleted = 0
  for (let count = -1; count !== 0; deleted += count) count = await deleteSentBefore(db, moment)
  for (let count = -1; count !== 0; deleted += count) count = await deleteEndedBefore(db, moment)
  if (deleted > 0) log.info({ deleted }, 'old letters are forgotten')
}

/**
 * Every night: letters that failed or are uncertain, and that nobody has decided about for so long. They are settled, and
 * their words, which may hold a private link, go a week later.
 */
export async function settleUndecided(services: Services): Promise<void> {
  const { db, clock, log } = services
  const undecided = await listUndecidedBefore(db, minutesBefore(clock.now(), UNDECIDED_DAYS * 24 * 60))
  for (const id of undecided) await db.begin((tx) => settleLetter(tx, services, id, 'term-over', null))
  if (undecided.length > 0) log.warn({ letters: undecided.length }, 'letters that nobody decided about are settled')
}
