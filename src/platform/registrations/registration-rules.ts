/** `sent`: asked for, not yet confirmed by the letter's link. `waiting`: confirmed, and every seat is taken. */
export const REGISTRATION_STATES = ['sent', 'confirmed', 'waiting', 'withdrawn'] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]

export const CHANNELS = ['web', 'counter', 'phone', 'email'] as const
export type RegistrationChannel = (typeof CHANNELS)[number]

/** What people may ask for: to be there, or to speak as well. */
export type RegistrationKind = 'none' | 'attend' | 'attend-and-speak'

/** Why nobody can ask to come, or null. */
export type RegistrationRefusal = 'not-open' | 'over' | 'cancelled'

export const REGISTRATION_LIMITS = { name: 120, organisation: 200, phone: 40, needs: 500 } as const

export const REGISTRATIONS_PER_ADDRESS = { count: 20, minutes: 60 }
export const REGISTRATIONS_PER_EMAIL = { count: 5, minutes: 60 }

/** What is not confirmed after so many days goes. */
export const UNCONFIRMED_DAYS = 7
/** Who asked to come is known for so many days afterwards: long enough to count and to send the minutes. */
export const KEPT_DAYS = 30

/** What a confirmed one becomes; no capacity: everybody comes. */
export const stateFor = (capacity: number | null, taken: number): 'confirmed' | 'waiting' =>
  capacity !== null && taken >= capacity ? 'waiting' : 'confirmed'

/** How many of those who wait can come. */
export const freeSeats = (capacity: number | null, taken: number, waiting: number): number =>
  capacity === null ? waiting : Math.max(0, Math.min(capacity - taken, waiting))
