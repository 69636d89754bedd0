import type { ActState, Nature } from '../act-rules.ts'

export const CHANNELS = ['hand', 'registered-mail', 'electronic', 'posted', 'other'] as const
export type Channel = (typeof CHANNELS)[number]

export const ANNOUNCING_LIMITS = {
  reason: 2000,
  leastReason: 5,
  article: 200,
  place: 300,
  addressee: 300,
  protocol: 100,
  publicTitle: 300,
  ground: 500,
  title: 2000,
  summary: 5000,
  name: 200,
} as const

/**
 * To whom an individual act was notified is kept so long after the day: a decision of ours, no law was seen that names a term.
 * Three years, so that it can be shown while the act may still be contested.
 */
export const ADDRESSEE_KEPT_DAYS = 1096

/** How ready an act is for everybody. */
export type Readiness = { confirmed: boolean; files: number; returned: boolean }

export type ForceDay = { day: string; article: string }

export type AnnounceRefusal =
  'text-missing' | 'returned' | 'before-adoption' | 'in-future' | 'late-reason' | 'force-before' | 'wrong-state'

type Wish = { on: string; today: string; reason: string | null; forceDay: ForceDay | null }
type AnnouncedFacts = { state: ActState; adoptedOn: string | null; announceBy: string | null }

/** What is late is announced all the same, with its reason; what everybody is to read must be there. */
export function refusalToAnnounce(
  { state, adoptedOn, announceBy }: AnnouncedFacts,
  { confirmed, files, returned }: Readiness,
  { on, today, reason, forceDay }: Wish,
): AnnounceRefusal | null {
  if (state !== 'numbered') return 'wrong-state'
  if (!confirmed && files === 0) return 'text-missing'
  if (returned) return 'returned'
  if (adoptedOn !== null && on < adoptedOn) return 'before-adoption'
  if (on > today) return 'in-future'
  if (forceDay !== null && forceDay.day < on) return 'force-before'
  return isLate(on, announceBy) && reason === null ? 'late-reason' : null
}

export const isLate = (on: string, announceBy: string | null): boolean => announceBy !== null && on > announceBy

/** By what it comes into force: the day it names, notification, or so long after it was announced. */
export function forceBasisOf(nature: Nature | null, forceDay: ForceDay | null) {
  if (forceDay !== null) return 'on-day' as const
  if (nature === 'individual') return 'on-notification' as const
  return nature === 'internal' ? null : ('after-announcement' as const)
}

export type DayRefusal = 'wrong-state' | 'before-adoption' | 'in-future'

/** Something that has happened to an act by the day it is entered. */
export function refusalOfDay(on: string, act: { adoptedOn: string | null }, today: string): DayRefusal | null {
  if (act.adoptedOn !== null && on < act.adoptedOn) return 'before-adoption'
  return on > today ? 'in-future' : null
}
