/** Closed lists, again in the database; their words follow the country. */
export const MEETING_KINDS = ['ordinary', 'extraordinary', 'urgent', 'constitutive'] as const
export type CouncilMeetingKind = (typeof MEETING_KINDS)[number]

/** Who calls it, or asked for it. */
export const CALLERS = ['chair', 'mayor', 'members', 'prefect', 'other'] as const
export type Caller = (typeof CALLERS)[number]

export const MODES = ['in-person', 'hybrid', 'online'] as const
export type Mode = (typeof MODES)[number]

export const MEETING_STATES = [
  'draft',
  'convened',
  'postponed',
  'cancelled',
  'under-way',
  'suspended',
  'closed',
  'taken-down',
] as const
export type CouncilMeetingState = (typeof MEETING_STATES)[number]

export const ITEM_KINDS = [
  'act',
  'report',
  'question',
  'election',
  'hearing',
  'minutes',
  'information',
  'other',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export type ItemOrigin = 'notice' | 'added' | 'on-the-day'
export type ItemState = 'planned' | 'withdrawn' | 'postponed' | 'sent-back' | 'open' | 'done'

export const MEETING_LIMITS = {
  title: 300,
  reason: 1000,
  callReason: 2000,
  place: 300,
  accessibility: 1000,
  url: 500,
  itemTitle: 2000,
  publicTitle: 300,
  askedBy: 200,
  rapporteur: 200,
  speakerMinutes: 120,
  items: 200,
  posting: 300,
} as const

export type MeetingDeed = 'change' | 'agenda' | 'convene' | 'postpone' | 'cancel' | 'document' | 'posting'

/** What happens in the meeting itself is written by whoever records it. */
const FROM: Record<MeetingDeed, readonly CouncilMeetingState[]> = {
  change: ['draft', 'convened', 'postponed'],
  agenda: ['draft', 'convened', 'postponed'],
  convene: ['draft', 'postponed'],
  postpone: ['convened'],
  cancel: ['convened', 'postponed'],
  document: ['draft', 'convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed'],
  posting: ['convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed'],
}

export const mayDo = (state: CouncilMeetingState, deed: MeetingDeed): boolean => FROM[deed].includes(state)

export const isPublicMeeting = (state: CouncilMeetingState): boolean => state !== 'draft' && state !== 'taken-down'

/** Why it cannot be convened yet, or null. */
export type ConveningRefusal = 'no-time' | 'no-place' | 'no-items' | 'no-call-reason'

export function refusalToConvene(
  meeting: {
    startsAt: Date | null
    place: string | null
    mode: Mode
    kind: CouncilMeetingKind
    callReason: string | null
  },
  items: readonly { state: ItemState }[],
): ConveningRefusal | null {
  if (meeting.startsAt === null) return 'no-time'
  if (meeting.place === null && meeting.mode !== 'online') return 'no-place'
  if (!items.some(({ state }) => state === 'planned')) return 'no-items'
  if ((meeting.kind === 'extraordinary' || meeting.kind === 'urgent') && meeting.callReason === null)
    return 'no-call-reason'
  return null
}

/** What the secretary does next with a meeting, told where it stands. Null: nothing waits here. */
export type NextStep = 'facts' | 'agenda' | 'convene' | 'invite' | 'hold' | 'record' | 'minutes'

export function nextStepOf(
  state: CouncilMeetingState,
  known: { missing: ConveningRefusal | null; invited: number; minutes: string | null },
): NextStep | null {
  if (state === 'draft' || state === 'postponed')
    return known.missing === null ? 'convene' : known.missing === 'no-items' ? 'agenda' : 'facts'
  if (state === 'convened') return known.invited === 0 ? 'invite' : 'hold'
  if (state === 'under-way' || state === 'suspended') return 'record'
  return state === 'closed' && known.minutes !== 'approved' ? 'minutes' : null
}

/** The notice comes later than the clock asks: it says why, and is given all the same. */
export const isShortNotice = (dueOn: string | null, today: string): boolean => dueOn !== null && today > dueOn

/** How many members are one third of the seats, and whether so many asked. */
export const thirdOf = (seats: number, asked: number) => {
  const needed = Math.ceil(seats / 3)
  return { needed, enough: asked >= needed }
}

/** The items anew, with one of them one place up or down. The same list where there is nowhere to go. */
export function movedBy(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return [...ids]
  const moved = ids.filter((one) => one !== id)
  moved.splice(to, 0, id)
  return moved
}

/** Whether an order names each of them once. */
export const isOrderOf = (order: readonly string[], ids: readonly string[]): boolean =>
  order.length === ids.length && new Set(order).size === order.length && order.every((id) => ids.includes(id))

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** The word in addresses: whose it is, which body, the year and its number in the register. */
export const slugOf = (institution: string, body: string, year: number, number: number, nth: number): string => {
  const words = plain(body).slice(0, 50).replace(/-+$/, '') || 'organi'
  return `${institution.slice(0, 40)}-${words}-${year}-${number}${nth > 1 ? `-${nth}` : ''}`
}

/** Of a draft, which nobody opens by it. */
export const draftSlug = (formId: string): string => `projekt-${formId}`

const HOUR = /^(\d{1,2})[:.](\d{2})$/

/** `9.30` → `09:30`. Null: it is no hour of a day. */
export function readHour(words: string): string | null {
  const [, hours = '', minutes = ''] = HOUR.exec(words) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}

/** What stands for an item in what everybody reads of a change. */
export const shownTitle = (item: { title: string; closed: boolean; publicTitle: string | null }): string =>
  item.closed ? (item.publicTitle ?? '') : item.title
