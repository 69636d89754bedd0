/** How the call reaches somebody. Closed lists, again in the database. */
export const CHANNELS = ['mail', 'letter', 'hand', 'none'] as const
export type InvitationChannel = (typeof CHANNELS)[number]

export const ANSWERS = ['coming', 'remote', 'excused'] as const
export type InvitationAnswer = (typeof ANSWERS)[number]

export const INVITATION_LIMITS = {
  name: 120,
  post: 200,
  postal: 400,
  note: 500,
  ground: 500,
  handed: 300,
  guests: 100,
  capacity: 5000,
} as const

/** The page of somebody called stays readable for so many days after the meeting; then what it kept for itself goes. */
export const READABLE_DAYS = 60

/** What somebody who is called hears of again, if it happened after their last letter. */
export const TOLD_EVENTS = [
  'changed',
  'moved',
  'postponed',
  'cancelled',
  'item-added',
  'item-changed',
  'item-withdrawn',
  'order-changed',
  'document-added',
  'document-removed',
  'opinion-added',
] as const
export type ToldEvent = (typeof TOLD_EVENTS)[number]

export const isTold = (kind: string): kind is ToldEvent => TOLD_EVENTS.some((one) => one === kind)

type MeetingState =
  'draft' | 'convened' | 'postponed' | 'cancelled' | 'under-way' | 'suspended' | 'closed' | 'taken-down'

/** Why nobody can be called now, or null. */
export type SendingRefusal = 'draft' | 'over'

export function refusalToSend(state: MeetingState): SendingRefusal | null {
  if (state === 'draft' || state === 'taken-down') return 'draft'
  return state === 'convened' || state === 'postponed' || state === 'cancelled' ? null : 'over'
}

/** Why an answer or a conflict can be told no more by the link, or null. */
export type AnswerRefusal = 'over' | 'cancelled'

export function refusalToAnswer(state: MeetingState): AnswerRefusal | null {
  if (state === 'cancelled') return 'cancelled'
  return state === 'convened' || state === 'postponed' ? null : 'over'
}

export type Waiting = { what: 'call' | 'changes'; upto: number } | null

type Called = {
  channel: InvitationChannel
  email: string | null
  /** Null: never called. */
  seenEventId: number | null
  endedAt: Date | null
}

/**
 * What waits for somebody: the call, or what changed since their last letter. Nothing waits for whom no letter can reach:
 * that is shown in its place. `newest`: of the events that are told; `cancelled`: nobody is called to it any more.
 */
export function waitingFor(one: Called, newest: number, cancelled: boolean): Waiting {
  if (one.endedAt !== null || one.channel === 'none' || one.channel === 'hand') return null
  if (one.channel === 'mail' && one.email === null) return null
  if (one.seenEventId === null) return cancelled ? null : { what: 'call', upto: newest }
  return newest > one.seenEventId ? { what: 'changes', upto: newest } : null
}

/** How many must be there, by a fraction of the seats; null where nobody has set it. */
export function quorumOf(
  fraction: { of: string; numerator: number; denominator: number; strict: boolean } | null,
  seats: number,
): number | null {
  if (fraction === null || fraction.of !== 'all-members' || seats === 0) return null
  const part = (seats * fraction.numerator) / fraction.denominator
  return fraction.strict ? Math.floor(part) + 1 : Math.ceil(part)
}

/** The title of an item as this reader may know it. Who is no member reads of a closed one what everybody reads. */
export function titleFor(
  item: { title: string; titleEn?: string | null; closed: boolean; publicTitle: string | null },
  reader: { member: boolean; closedMeeting: boolean; en?: boolean },
): string | null {
  if (reader.member || !(item.closed || reader.closedMeeting)) return (reader.en && item.titleEn) || item.title
  return item.publicTitle
}
