import { createHmac } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { hoursAfter, minutesBefore } from '../time/clock.ts'
import { countRefusal, deleteLock, findLock, setLock } from './lock-out-queries.ts'
import { FORGOTTEN_AFTER_HOURS, minutesShutAfter, networkOf } from './lock-out-rules.ts'
import { keyFor } from './sealed.ts'
import { en } from './texts.en.ts'
import { sq, type AuthTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<AuthTexts> = { sq, en }

/**
 * Whose way in is shut, and from where. One person and one network together, never the person alone: a stranger shuts
 * out themselves, and not the official at whose address they guess.
 */
export type Way = { what: 'code' | 'second-factor'; email: string; address: string }

const digestOf = ({ settings }: Pick<Services, 'settings'>, { what, email, address }: Way): Buffer =>
  createHmac('sha256', keyFor(settings, 'lock-out'))
    .update(`${what}\n${email}\n${networkOf(address)}`)
    .digest()

const letterDigest = ({ settings }: Pick<Services, 'settings'>, { email }: Way): Buffer =>
  createHmac('sha256', keyFor(settings, 'lock-out')).update(`letter\n${email}`).digest()

/** Until when this way is shut, or null when it is open. */
export const shutUntil = (services: Services, way: Way): Promise<Date | null> =>
  findLock(services.db, digestOf(services, way), services.clock.now())

/**
 * Counts a refusal; gives until when the way is shut, or null when it stays open. Whoever the address belongs to is told
 * by letter, without looking up whether it belongs to anybody: time tells nothing.
 */
export async function countRefused(tx: Transaction, services: Services, way: Way, lang: Lang): Promise<Date | null> {
  const now = services.clock.now()
  const digest = digestOf(services, way)
  const newSince = hoursAfter(now, -FORGOTTEN_AFTER_HOURS)
  const minutes = minutesShutAfter(await countRefusal(tx, digest, now, newSince))
  if (minutes === 0) return null
  const until = minutesBefore(now, -minutes)
  await setLock(tx, digest, until)
  // One letter until a day has been quiet: whoever is guessed at for a week must not lose their mailbox over it.
  if ((await countRefusal(tx, letterDigest(services, way), now, newSince)) === 1) {
    const texts = TEXTS[lang]
    const body = texts.shutLetter(way.what, minutes, services.settings.url)
    const letter = { institutionId: null, kind: 'service', recipient: way.email, lang } as const
    await queueLetter(tx, services, { ...letter, subject: texts.shutSubject, body })
  }
  return until
}

/** Whoever got in has shown that the refusals were theirs. */
export const forgetRefused = (tx: Transaction, services: Services, way: Way): Promise<void> =>
  deleteLock(tx, digestOf(services, way))

/** The network as a keyed digest, to tell askings from one place apart from those of elsewhere. */
export const networkDigest = ({ settings }: Pick<Services, 'settings'>, address: string): Buffer =>
  createHmac('sha256', keyFor(settings, 'asked from')).update(networkOf(address)).digest()
