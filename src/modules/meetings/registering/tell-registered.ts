import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { whenWords } from '../when-rules.ts'
import { listDays } from '../agenda-queries.ts'
import { eventLetter } from './registration-mail.ts'
import { findToldEvent, takeRegistered } from './registration-queries.ts'

const TOLD = ['postponed', 'moved', 'cancelled'] as const

/** In one transaction: few enough that it is over in a moment. */
const AT_ONCE = 200

/**
 * A letter to everybody who is registered: new days, postponed, or cancelled, and why. Each is noted with the letter, so that
 * a job that runs again goes on where it stopped and nobody gets two.
 */
export async function tellRegistered(services: Services, eventId: string): Promise<void> {
  const { db, clock, settings } = services
  const event = await findToldEvent(db, eventId)
  if (!event) return
  const { kind, meetingId, institutionId, reason, slug } = event
  const told = TOLD.find((one) => one === kind)
  if (!told) return
  const days = await listDays(db, [meetingId])
  for (let count = AT_ONCE; count === AT_ONCE;) {
    count = await db.begin(async (tx) => {
      const registered = await takeRegistered(tx, { eventId, meetingId, at: clock.now(), limit: AT_ONCE })
      for (const { email, lang } of registered) {
        const title = (lang === 'en' && event.titleEn) || event.title
        const facts = { kind: told, title, reason, when: whenWords(lang, days), url: settings.url, slug }
        await queueLetter(tx, services, {
          institutionId,
          kind: 'service',
          recipient: email,
          ...eventLetter(lang, facts),
        })
      }
      return registered.length
    })
  }
}
