import type { Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { takeRegistered } from './registration-queries.ts'

/** In one transaction: few enough that it is over in a moment. */
const AT_ONCE = 200

export type News = {
  /** By which it is known again: nobody gets two letters of it. */
  event: string
  subject: string
  institutionId: string
  letter(lang: Lang): { lang: Lang; subject: string; body: string }
}

/**
 * A letter to everybody who is registered. Each is noted with the letter, so that a job that runs again goes on where it
 * stopped and nobody gets two.
 */
export async function tellAllRegistered(services: Services, { event, subject, ...news }: News): Promise<void> {
  const { db, clock } = services
  for (let count = AT_ONCE; count === AT_ONCE;) {
    count = await db.begin(async (tx) => {
      const registered = await takeRegistered(tx, { event, subject, at: clock.now(), limit: AT_ONCE })
      for (const { email, lang } of registered) {
        const { institutionId } = news
        await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...news.letter(lang) })
      }
      return registered.length
    })
  }
}
