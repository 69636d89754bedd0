import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { fillSeats } from '#platform/registrations/settle-registration.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { lockMeeting } from '../convening/meeting-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { councilRegistrations } from './council-registrations.ts'
import { deleteOffer, keepOffer } from './offer-queries.ts'

export type OfferForm = { kind: 'none' | 'attend' | 'attend-and-speak'; closesAt: Date | null; capacity: number | null }

/** Whether, until when and how many may register. More seats than before go at once to those who have waited longest. */
export const offerRegistration = (
  services: Services,
  meetingId: string,
  form: OfferForm,
  by: { accountId: string },
): Promise<'done' | 'no-such-meeting'> =>
  services.db.begin(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return 'no-such-meeting'
    const { institutionId } = meeting
    const at = services.clock.now()
    const { kind, closesAt, capacity } = form
    if (kind === 'none') await deleteOffer(tx, meetingId)
    else await keepOffer(tx, { meetingId, institutionId, kind, closesAt, capacity, by: by.accountId, at })
    const subject = refOf(MEETING_KIND, meetingId)
    await recordChange(tx, { institutionId, subject, kind: 'registration-offered', by, at })
    const gathering = await councilRegistrations.hold(tx, at, meetingId)
    if (gathering) await fillSeats(tx, services, gathering, subject)
    return 'done'
  })
