import { createHash } from 'node:crypto'
import type { CivilDate } from '#law/days.ts'
import type { RegistrationRefusal } from '#platform/registrations/registration-rules.ts'

export const KIND = 'meetings.meeting'
/** Its clock: until when its notice is due, where law 146/2014 is its basis. */
export const NOTICE_SLOT = 'meeting-notice'
export const NOTICE_RULE = 'AL-CONS-MEETING'

/** What sort of gathering it is. A closed list, again in the database; its words follow the country. */
export const MEETING_KINDS = [
  'public-hearing',
  'consultative',
  'workshop',
  'focus-group',
  'working-group',
  'information',
] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

export const MODES = ['field', 'online', 'both'] as const
export type Mode = (typeof MODES)[number]

export const MEETING_STATES = ['draft', 'published', 'postponed', 'cancelled', 'held', 'taken-down'] as const
export type MeetingState = (typeof MEETING_STATES)[number]
export const PUBLIC_STATES = ['published', 'postponed', 'cancelled', 'held'] as const
export const isPublic = (state: MeetingState): boolean => PUBLIC_STATES.some((one) => one === state)

/** Whom a meeting calls, and who came: as comments tell whom their speaker belongs to. */
export const SECTORS = [
  'citizen',
  'civil-society',
  'business',
  'academia',
  'local-government',
  'institution',
  'international',
  'other',
] as const
export type Sector = (typeof SECTORS)[number]

export const LANGUAGES = ['sq', 'en', 'sr', 'mk', 'el', 'tr', 'rom'] as const

export const REGISTRATION_KINDS = ['none', 'attend', 'attend-and-speak'] as const
export type RegistrationKind = (typeof REGISTRATION_KINDS)[number]

export const DOCUMENT_ROLES = ['notice', 'reasoning', 'annex', 'picture'] as const

export const LIMITS = {
  title: 300,
  summary: 5000,
  address: 300,
  words: 200,
  note: 500,
  accessibility: 1000,
  capacity: 100_000,
  days: 5,
  items: 60,
  itemTitle: 300,
  partners: 20,
  participants: 60,
  reason: 1000,
  outcome: 2000,
  minutes: 50_000,
  itemMinutes: 20_000,
} as const

export type MeetingDay = { day: CivilDate; from: string | null; to: string | null }
export type AgendaItem = { id: string; ordinal: number; from: string | null; title: string; minutes: string | null }
export type Partner = { name: string; institution: string | null }
export type Counted = { sector: Sector; total: number; women: number | null; men: number | null }
export type Participant = { kind: 'organisation' | 'official'; words: string; consent?: true }

export type Deed = 'change' | 'publish' | 'postpone' | 'cancel' | 'write-up' | 'minutes' | 'outcome' | 'document'

const FROM: Record<Deed, readonly MeetingState[]> = {
  change: ['draft', 'published', 'postponed', 'held'],
  publish: ['draft'],
  postpone: ['published'],
  cancel: ['published', 'postponed'],
  'write-up': ['published', 'held'],
  minutes: ['published', 'held'],
  outcome: ['held'],
  document: ['draft', 'published', 'postponed', 'cancelled', 'held'],
}

export const mayDo = (state: MeetingState, deed: Deed): boolean => FROM[deed].includes(state)

/** What a reader sees: a meeting on its day is neither ahead nor over. */
export type Phase = 'draft' | 'ahead' | 'today' | 'over' | 'postponed' | 'cancelled' | 'held' | 'taken-down'

export function phaseOn(
  { state, firstDay, lastDay }: { state: MeetingState; firstDay: CivilDate | null; lastDay: CivilDate | null },
  today: CivilDate,
): Phase {
  if (state !== 'published') return state
  if (firstDay === null || lastDay === null || firstDay > today) return 'ahead'
  return lastDay < today ? 'over' : 'today'
}

/** Why nobody can ask to come, or null. */
export function refusalToRegister(
  meeting: { state: MeetingState; registration: RegistrationKind; lastDay: CivilDate | null; history: boolean },
  today: CivilDate,
): RegistrationRefusal | null {
  if (meeting.state === 'cancelled') return 'cancelled'
  if (meeting.registration === 'none' || meeting.history) return 'not-open'
  if (meeting.state === 'held' || (meeting.lastDay !== null && meeting.lastDay < today)) return 'over'
  return meeting.state === 'published' || meeting.state === 'postponed' ? null : 'not-open'
}

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** The word in addresses: the institution's own, and what the title says. */
export const slugOf = (institution: string, title: string, nth: number): string =>
  `${institution.slice(0, 22)}-${plain(title).slice(0, 55).replace(/-+$/, '') || 'takim'}${nth > 1 ? `-${nth}` : ''}`

export const firstDayOf = (days: readonly MeetingDay[]): CivilDate | null => days[0]?.day ?? null
export const lastDayOf = (days: readonly MeetingDay[]): CivilDate | null => days.at(-1)?.day ?? null

const HOUR = /^(\d{1,2})[:.](\d{2})$/

/** `9.30` → `09:30`; nothing → null. Undefined: it is no hour of a day. */
export function readHour(words: string): string | null | undefined {
  if (words === '') return null
  const [, hours = '', minutes = ''] = HOUR.exec(words) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}:${minutes}`
}

/** One point a line, its hour before it where it has one: `10:00 Hapja`. */
export function readAgenda(words: string): { from: string | null; title: string }[] {
  return linesOf(words).map((line) => {
    const [, hour = '', title = ''] = /^(\d{1,2}[:.]\d{2})\s*[-–:.]?\s+(.+)$/.exec(line) ?? []
    const from = readHour(hour)
    return from ? { from, title } : { from: null, title: line }
  })
}

export const agendaWords = (items: readonly Pick<AgendaItem, 'from' | 'title'>[]): string =>
  items.map(({ from, title }) => (from === null ? title : `${from} ${title}`)).join('\n')

export const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * Which of the points that stand each new line is: the one with the same words; else the one in the same place, if nothing
 * else took it. So who wishes to speak to a point stays with it when it is worded anew.
 */
export function matchItems(
  standing: readonly Pick<AgendaItem, 'id' | 'title'>[],
  wanted: readonly { title: string }[],
): (string | null)[] {
  const free = new Map(standing.map((one) => [one.id, one.title]))
  const same = wanted.map(({ title }) => {
    const id = [...free].find(([, words]) => words === title)?.[0] ?? null
    if (id !== null) free.delete(id)
    return id
  })
  return same.map((id, at) => {
    const inPlace = standing[at]?.id
    if (id !== null || inPlace === undefined || !free.delete(inPlace)) return id
    return inPlace
  })
}

/** Of the minutes that are being written: who saves over words that they have not seen is told. */
export const draftDigest = (words: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)

export const attendedIn = (counted: readonly Counted[] | null): number | null =>
  counted === null ? null : counted.reduce((sum, { total }) => sum + total, 0)
