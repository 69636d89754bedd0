import { createHash } from 'node:crypto'
import { civilDateIn, startOfDay, type CivilDate } from '../time/civil-date.ts'

export const CHANNELS = ['web', 'email', 'paper', 'counter'] as const
export type Channel = (typeof CHANNELS)[number]

/** `sent` is a web letter that its writer has not confirmed: it has no number and no official sees it. */
export const CASE_STATES = [
  'sent',
  'new',
  'assigned',
  'in-work',
  'answered',
  'closed',
  'discarded',
  'duplicate',
] as const
export type CaseState = (typeof CASE_STATES)[number]
export type CountedState = Exclude<CaseState, 'sent'>
export const COUNTED_STATES = CASE_STATES.filter((state): state is CountedState => state !== 'sent')
export const OPEN_STATES = ['new', 'assigned', 'in-work'] as const satisfies readonly CaseState[]

export const CASE_LIMITS = {
  name: 200,
  about: 300,
  words: 10_000,
  telephone: 60,
  postal: 500,
  protocol: 40,
  reason: 1000,
  answer: 20_000,
  answerReason: 4000,
  pointTitle: 300,
  pointWords: 50_000,
  /** Of one letter: a table of forty remarks fits. */
  points: 60,
  files: 10,
  fileBytes: 10_000_000,
} as const

/** What is never confirmed was never counted, and is erased. */
export const UNCONFIRMED_DAYS = 7

/** Per e-mail address and per network address; the second is wide, for a village may share one. */
export const CASES_PER_EMAIL = { count: 10, minutes: 60 } as const
export const CASES_PER_ADDRESS = { count: 200, minutes: 60 } as const
export const CASES_WITH_FILES_PER_ADDRESS = { count: 30, minutes: 60 } as const
/** Looking a case up by its number and code: a code has 8.5 · 10¹¹ values, the limit only spares the machine. */
export const LOOKUPS_PER_ADDRESS = { count: 120, minutes: 60 } as const

export type Move =
  | 'assign'
  | 'start'
  | 'protocol'
  | 'correct'
  | 'split'
  | 'answer'
  | 'close'
  | 'reopen'
  | 'discard'
  | 'duplicate'
  | 'transfer'
  | 'paper'
  | 'clock'

const WHILE_OPEN: readonly Move[] = [
  'assign',
  'protocol',
  'correct',
  'split',
  'answer',
  'close',
  'discard',
  'duplicate',
  'transfer',
  'paper',
  'clock',
]

/** What may be done with a case in each state. */
export const MOVES: Record<CaseState, readonly Move[]> = {
  sent: [],
  new: [...WHILE_OPEN, 'start'],
  assigned: [...WHILE_OPEN, 'start'],
  'in-work': WHILE_OPEN,
  answered: ['protocol', 'correct', 'close', 'reopen', 'paper', 'assign'],
  closed: ['protocol', 'correct', 'reopen', 'paper'],
  discarded: ['protocol', 'reopen'],
  duplicate: ['protocol', 'reopen'],
}

/** As people read it: `12/2026`, or as it was printed in the register that was taken over. */
export const caseNumber = (numbered: {
  registerNumber: number | null
  registerYear: number | null
  printedNumber: string | null
}): string => numbered.printedNumber ?? `${numbered.registerNumber ?? '—'}/${numbered.registerYear ?? '—'}`

/** `12/2026`, as somebody may type it; null when it is no number of the register. */
export function readCaseNumber(words: string): { number: number; year: number } | null {
  const [, number = '', year = ''] = /^\s*(?:nr\.?\s*)?(\d{1,7})\s*\/\s*(\d{4})\s*$/i.exec(words) ?? []
  return number === '' ? null : { number: Number(number), year: Number(year) }
}

/** The code as somebody reads it out or copies it: small letters, spaces or no hyphen. Null: it is none. */
export function readCaseCode(words: string): string | null {
  const letters = words.toUpperCase().replace(/[\s-]/g, '')
  return /^[2-9A-HJKMNP-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null
}

/** "Nr. 12/3 Prot.": two of one year are the same number when they differ in spaces and capitals alone. */
export const readProtocolNumber = (words: string): string => words.replace(/\s+/g, ' ').trim()

export type DateRefusal = 'future' | 'after-receipt' | 'too-old'

/** Nothing comes in that old; a year mistyped as 0226 does. */
const OLDEST: CivilDate = '1990-01-01'

/** Why these days cannot be those of a paper that lies here today, or null. */
export function refusalOfDates(
  dates: { happenedOn: CivilDate | null; receivedOn: CivilDate | null },
  today: CivilDate,
): { field: 'happened' | 'received'; refusal: DateRefusal } | null {
  const { happenedOn, receivedOn } = dates
  if (receivedOn !== null && receivedOn > today) return { field: 'received', refusal: 'future' }
  if (receivedOn !== null && receivedOn < OLDEST) return { field: 'received', refusal: 'too-old' }
  if (happenedOn === null) return null
  if (happenedOn > today) return { field: 'happened', refusal: 'future' }
  if (happenedOn < OLDEST) return { field: 'happened', refusal: 'too-old' }
  return happenedOn > (receivedOn ?? today) ? { field: 'happened', refusal: 'after-receipt' } : null
}

/**
 * The day on which a paper counts as filed: by registered post the day of posting, else that of receipt (Albania: law
 * 44/2015, Art 57(1)). Where another rule holds the official does not tick the box.
 */
export const filedOn = (posted: {
  registeredPost: boolean
  happenedOn: CivilDate | null
  receivedAt: Date
  zone: string
}): CivilDate =>
  posted.registeredPost && posted.happenedOn !== null ? posted.happenedOn : civilDateIn(posted.zone, posted.receivedAt)

/** The moment of receipt. Of an earlier day nobody knows the hour: it is kept as that day. */
export function receiptOf(
  receivedOn: CivilDate | null,
  now: Date,
  zone: string,
): { receivedAt: Date; receivedTo: 'minute' | 'day' } {
  if (receivedOn === null || receivedOn === civilDateIn(zone, now)) return { receivedAt: now, receivedTo: 'minute' }
  return { receivedAt: startOfDay(receivedOn, zone), receivedTo: 'day' }
}

/**
 * The number under which an arrival of a form is kept, made of the form and of what it holds: pressed twice it is one
 * case; whoever goes back, types something else and sends again has sent another.
 */
export function submissionOf(form: string, content: readonly (string | null)[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([form, ...content]))
    .digest('hex')
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Where a case stands once a point was answered. */
export const stateAfterAnswer = (points: readonly { answeredAt: Date | null }[]): 'in-work' | 'answered' =>
  points.every((point) => point.answeredAt !== null) ? 'answered' : 'in-work'
