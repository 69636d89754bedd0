import type { Lang } from '#platform/i18n/language.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { draftIsOutLetter, endedLetter } from '../notices/told-mail.ts'
import { concludedLetter } from '../report/conclusion-mail.ts'
import { putOffLetter } from './closing-mail.ts'
import { findTold, takeParticipants, type ToldFacts } from './closing-queries.ts'

/** In one transaction: few enough that it is over in a moment. */
const AT_ONCE = 200

/**
 * A letter to everybody whose confirmed comment stands: the new closing day, that it was cancelled or concluded, or that the
 * draft is out of which they wrote before. Each person is noted with the letter, so that a job that runs again goes on where it
 * stopped and nobody gets two.
 */
export async function tellParticipants(services: Services, eventId: string): Promise<void> {
  const { db, clock, settings } = services
  const event = await findTold(db, eventId)
  if (!event) return
  const { institutionId } = event
  const consultationId = (event.kind === 'published' && event.followsId) || event.consultationId
  for (let told = AT_ONCE; told === AT_ONCE;) {
    told = await db.begin(async (tx) => {
      const order = { eventId, consultationId, institutionId, at: clock.now(), limit: AT_ONCE }
      const participants = await takeParticipants(tx, order)
      for (const { email, lang } of participants) {
        const letter = letterOf(lang, event, settings.url)
        await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
      }
      return participants.length
    })
  }
}

function letterOf(lang: Lang, event: ToldFacts, url: string) {
  const english = lang === 'en'
  const title = (english && event.titleEn) || event.title
  const reason = (english && event.reasonEn) || event.reason || ''
  const { kind, from, to, slug, number, closesOn } = event
  if (kind === 'concluded') return concludedLetter(lang, { title, statement: reason, slug, url })
  if (kind === 'cancelled') return endedLetter(lang, { title, reason, slug, number: number ?? '', url })
  if (kind === 'published') {
    const first = (english && event.firstTitleEn) || event.firstTitle || ''
    return draftIsOutLetter(lang, { first, title, slug, closesOn, url })
  }
  return putOffLetter(lang, { ...event, kind, from: from ?? '', to: to ?? '', title, reason, url })
}
