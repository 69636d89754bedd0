import { createHash } from 'node:crypto'
import { civilDateIn, type CivilDate } from '#platform/time/civil-date.ts'
import type { Channel } from '../comments/comment-rules.ts'

/** By hand, most frequent at a counter first. */
export const ENTRY_CHANNELS = ['counter', 'post', 'email', 'phone', 'meeting', 'register'] as const
export type EntryChannel = Exclude<Channel, 'web'>

export const DELIVERY_KINDS = ['single', 'split', 'joint', 'table'] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

/** How the sender was told what becomes of the words and the name. */
export const TOLD = ['spoken', 'sheet', 'letter', 'not-yet'] as const
export type Told = (typeof TOLD)[number]

export const ENTRY_LIMITS = {
  title: 300,
  protocol: 50,
  outside: 100,
  letter: 400_000,
  points: 300,
  members: 60,
  group: 200,
  files: 5,
  fileBytes: 20_000_000,
} as const

/** A draft of a letter that nobody has touched this long is deleted: it holds somebody's name. */
export const DRAFT_DAYS = 30

/**
 * The token of one point's private link, made of that of the whole delivery: whoever holds the sheet with one link opens
 * all of them, and nobody else can make any.
 */
export const tokenOfPoint = (token: string, point: number): string =>
  createHash('sha256').update(`${token}.${point}`).digest('base64url')

type Filed = { channel: EntryChannel; happenedOn: CivilDate; receivedOn: CivilDate; registeredPost: boolean }

/**
 * The day that counts for the window: what the post registered is filed on the day of posting (Albania, Code of
 * Administrative Procedure, Art 57); another letter when it arrives; what is said or written otherwise, that very day.
 */
export const filedOn = ({ channel, happenedOn, receivedOn, registeredPost }: Filed): CivilDate =>
  channel === 'post' && !registeredPost ? receivedOn : happenedOn

/** After the last day on which comments are taken in. Where the window is not known, nothing is late. */
export function isLate(
  filed: Filed,
  { closesAt, zone, history }: { closesAt: Date | null; zone: string; history: boolean },
): boolean {
  if (!closesAt || history) return false
  return filedOn(filed) > civilDateIn(zone, new Date(closesAt.getTime() - 1))
}

export type DateRefusal = 'future' | 'order' | 'too-old'
const OLDEST: CivilDate = '1990-01-01'

export function refusalOfDays(happenedOn: CivilDate, receivedOn: CivilDate, today: CivilDate): DateRefusal | null {
  if (happenedOn > today || receivedOn > today) return 'future'
  if (receivedOn < happenedOn) return 'order'
  return happenedOn < OLDEST ? 'too-old' : null
}

/** A day as the three inputs show it. */
export const typedDay = (name: string, day: string | null): Record<string, string> => {
  const [year = '', month = '', date = ''] = (day ?? '').split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

type ShownFacts = Filed & {
  title: string
  protocolNumber: string | null
  protocolDate: CivilDate | null
  outsideNumber: string | null
  told: Told | null
}

/** What the fields of the forms show for a delivery as it stands. */
export const typedFacts = (facts: ShownFacts): Record<string, string> => ({
  menyra: facts.channel,
  titulli: facts.title,
  rekomande: facts.registeredPost ? 'po' : '',
  protokolli: facts.protocolNumber ?? '',
  'numri-jashtem': facts.outsideNumber ?? '',
  njoftuar: facts.told ?? '',
  ...typedDay('thene', facts.happenedOn),
  ...typedDay('marre', facts.receivedOn),
  ...typedDay('protokolluar', facts.protocolDate),
})
