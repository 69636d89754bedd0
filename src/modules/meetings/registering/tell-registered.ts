import { eventLetter } from '#platform/registrations/registration-mail.ts'
import { tellAllRegistered } from '#platform/registrations/tell-registered.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { listDays } from '../agenda-queries.ts'
import { KIND } from '../meeting-rules.ts'
import { meetingUrls } from '../urls.ts'
import { whenWords } from '../when-rules.ts'
import { findToldEvent } from './told-event-queries.ts'

const TOLD = ['postponed', 'moved', 'cancelled'] as const

/** A letter to everybody who is registered: new days, postponed, or cancelled, and why. */
export async function tellRegistered(services: Services, eventId: string): Promise<void> {
  const { db, settings } = services
  const event = await findToldEvent(db, eventId)
  const kind = TOLD.find((one) => one === event?.kind)
  if (!event || !kind) return
  const { meetingId, institutionId, reason, slug } = event
  const days = await listDays(db, [meetingId])
  const [subject, path] = [refOf(KIND, meetingId), meetingUrls.one(slug)]
  await tellAllRegistered(services, {
    event: `meetings.event:${eventId}`,
    subject,
    institutionId,
    letter(lang) {
      const title = (lang === 'en' && event.titleEn) || event.title
      return eventLetter(lang, { kind, title, reason, when: whenWords(lang, days), url: settings.url, path })
    },
  })
}
