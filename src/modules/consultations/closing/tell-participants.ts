import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { putOffLetter } from './closing-mail.ts'
import { findPutOff, takeParticipants } from './closing-queries.ts'

/** In one transaction: few enough that it is over in a moment. */
const AT_ONCE = 200

/**
 * A letter to everybody whose confirmed comment stands: the new closing day, why, and the link. Each person is noted with
 * the letter, so that a job that runs again goes on where it stopped and nobody gets two.
 */
export async function tellParticipants(services: Services, eventId: string): Promise<void> {
  const { db, clock, settings } = services
  const event = await findPutOff(db, eventId)
  if (!event) return
  const { institutionId, consultationId } = event
  for (let told = AT_ONCE; told === AT_ONCE;) {
    told = await db.begin(async (tx) => {
      const order = { eventId, consultationId, institutionId, at: clock.now(), limit: AT_ONCE }
      const participants = await takeParticipants(tx, order)
      for (const { email, lang } of participants) {
        const english = lang === 'en'
        const title = (english && event.titleEn) || event.title
        const reason = (english && event.reasonEn) || event.reason
        const letter = putOffLetter(lang, { ...event, title, reason, url: settings.url })
        await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
      }
      return participants.length
    })
  }
}
