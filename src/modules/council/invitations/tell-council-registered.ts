import { eventLetter } from '#platform/registrations/registration-mail.ts'
import { tellAllRegistered } from '#platform/registrations/tell-registered.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findMeeting } from '../convening/meeting-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { councilUrls } from '../urls.ts'
import { meetingName, whenOf } from './call-texts.ts'
import { listUntoldEvents } from './offer-queries.ts'

export const TELL_REGISTERED = 'council.tell-registered'

const DAYS_BACK = 7

/** Every few minutes: whoever is registered hears that the meeting was moved, postponed or cancelled. Each once. */
export async function tellCouncilRegistered(services: Services): Promise<void> {
  const { db, clock, settings } = services
  const since = new Date(clock.now().getTime() - DAYS_BACK * 86_400_000)
  for (const { id, kind, meetingId, reason } of await listUntoldEvents(db, since)) {
    const meeting = await findMeeting(db, meetingId)
    if (!meeting || meeting.state === 'taken-down') continue
    const { institutionId, slug } = meeting
    await tellAllRegistered(services, {
      event: `council.event:${id}`,
      subject: refOf(MEETING_KIND, meetingId),
      institutionId,
      letter: (lang) => {
        const facts = {
          title: meetingName(lang, meeting),
          when: whenOf(lang, meeting),
          path: councilUrls.meeting(slug),
        }
        return eventLetter(lang, { ...facts, kind, reason, url: settings.url })
      },
    })
  }
}
