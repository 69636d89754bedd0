import type { Queryable } from '#platform/db/database.ts'
import { countStanding } from '#platform/registrations/registration-queries.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { refusalToCome } from './offer-rules.ts'
import { findOffer } from './offer-queries.ts'

/** Whether people may register now, for the page of the meeting; null: they may not. */
export type ComeView = { kind: 'attend' | 'attend-and-speak'; until: Date | null; full: boolean }

type Meeting = { id: string; state: string; history: boolean; closed: boolean; startsAt: Date | null }

export async function viewCome(db: Queryable, meeting: Meeting, now: Date): Promise<ComeView | null> {
  const offer = await findOffer(db, meeting.id)
  if (offer === null || refusalToCome({ ...meeting, offer }, now) !== null) return null
  const { confirmed } = await countStanding(db, refOf(MEETING_KIND, meeting.id))
  return { kind: offer.kind, until: offer.closesAt, full: offer.capacity !== null && confirmed >= offer.capacity }
}
