import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { countStanding } from '#platform/registrations/registration-queries.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findMeeting, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { councilPermissions as may } from '../permissions.ts'
import { meetingName, whenOf } from './call-texts.ts'
import { findOffer, type RegistrationOffer } from './offer-queries.ts'

export type OfferView = {
  meeting: CouncilMeeting
  name: string
  when: string
  offer: RegistrationOffer | null
  counts: { confirmed: number; waiting: number }
  mayWrite: boolean
  mayReadNames: boolean
}

/** Null: there is none that this official may read. */
export async function viewOffer(
  { db }: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<OfferView | null> {
  const meeting = isUuid(id) ? await findMeeting(db, id) : null
  if (!meeting || !mayIn(official, may['council.read'], meeting.institutionId)) return null
  const [offer, counts] = await Promise.all([findOffer(db, id), countStanding(db, refOf(MEETING_KIND, id))])
  return {
    meeting,
    name: meetingName(lang, meeting),
    when: whenOf(lang, meeting),
    offer,
    counts,
    mayWrite: mayIn(official, may['council-sitting.write'], meeting.institutionId),
    mayReadNames: mayIn(official, may['council-private.read'], meeting.institutionId),
  }
}
