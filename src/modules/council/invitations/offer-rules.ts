import type { RegistrationRefusal } from '#platform/registrations/registration-rules.ts'

type Offered = {
  state: string
  history: boolean
  closed: boolean
  startsAt: Date | null
  offer: { closesAt: Date | null } | null
}

/** Why nobody can ask to come to a meeting of a council, or null. */
export function refusalToCome(
  { state, history, closed, startsAt, offer }: Offered,
  now: Date,
): RegistrationRefusal | null {
  if (state === 'cancelled') return 'cancelled'
  if (offer === null || history || closed) return 'not-open'
  if (state === 'under-way' || state === 'suspended' || state === 'closed') return 'over'
  if (startsAt !== null && now >= startsAt) return 'over'
  if (offer.closesAt !== null && now >= offer.closesAt) return 'not-open'
  return state === 'convened' || state === 'postponed' ? null : 'not-open'
}
