import { folded, firstOfMonth, monthsBetween, type Period } from './period-rules.ts'
import type { ActKind } from '../consultation-rules.ts'

export const PLANNED_ACT_KIND = 'consultations.planned-act'

export const YEAR_LIMITS = { title: 300, proposer: 200, body: 200, note: 2000, reason: 1000, reference: 200 } as const

/** A planned act is in one of them, by its own deeds and by its newest consultation: reckoned, never typed. */
export const PLANNED_STATES = ['planned', 'announced', 'open', 'closed', 'adopted', 'dropped'] as const
export type PlannedState = (typeof PLANNED_STATES)[number]

/** What became of an entry so far, as the database tells it. Days are civil days of the institution. */
export type Way = {
  promisedFrom: string | null
  promisedTo: string | null
  dueFrom: string | null
  dueTo: string | null
  /** When its first consultation was announced. */
  announcedOn: string | null
  opensAt: Date | null
  closesAt: Date | null
  /** Its newest consultation was taken over from older papers: past. */
  history: boolean | null
  adoptedOn: string | null
  droppedAt: Date | null
}

export function stateAt(way: Way, now: Date): PlannedState {
  if (way.droppedAt !== null) return 'dropped'
  if (way.adoptedOn !== null) return 'adopted'
  if (way.history === null) return 'planned'
  if (way.history || way.closesAt === null || way.opensAt === null) return 'closed'
  if (now < way.opensAt) return 'announced'
  return now < way.closesAt ? 'open' : 'closed'
}

export const periodOf = (from: string | null, to: string | null): Period | null => (from && to ? { from, to } : null)

/**
 * How far what happened lies from what was promised, in whole months: more than 0 late, less than 0 early. What counts is
 * the announcement of the consultation; without one, the adoption; before either, today, once the time is over; before
 * that, the month to which it was put off.
 */
export type Slippage = {
  by: 'announced' | 'adopted' | 'overdue' | 'moved'
  promised: Period
  /** The month in which it happened; of what was put off, the last month in which it is due now. */
  month: string
  months: number
}

export function slippageOf(way: Way, today: string): Slippage | null {
  const promised = periodOf(way.promisedFrom, way.promisedTo)
  if (!promised || way.droppedAt !== null) return null
  const done = way.announcedOn ?? way.adoptedOn
  if (done !== null) {
    const by = way.announcedOn === null ? 'adopted' : 'announced'
    return { by, promised, month: firstOfMonth(done), months: monthsFrom(promised, done) }
  }
  const due = periodOf(way.dueFrom, way.dueTo)
  const moved = due ? monthsBetween(promised.to, due.to) : 0
  const overdue = monthsBetween(promised.to, today)
  // Put off beyond today: nobody waits for it yet.
  if (moved !== 0 && due && monthsBetween(today, due.to) >= 0)
    return { by: 'moved', promised, month: due.to, months: moved }
  return overdue > 0 ? { by: 'overdue', promised, month: firstOfMonth(today), months: overdue } : null
}

function monthsFrom({ from, to }: Period, date: string): number {
  const late = monthsBetween(to, date)
  return late > 0 ? late : Math.min(0, monthsBetween(from, date))
}

export type ActMove = 'drop' | 'resume' | 'adopt'
export type MoveRefusal = 'not-public' | 'dropped' | 'not-dropped' | 'adopted'

/** What may be done to a public entry; dropping what was adopted, or adopting what was dropped, contradicts itself. */
export function refusalToMove(
  act: { state: string; droppedAt: Date | null; adoptedOn: string | null },
  move: ActMove,
): MoveRefusal | null {
  if (act.state !== 'published') return 'not-public'
  if (move === 'resume') return act.droppedAt === null ? 'not-dropped' : null
  if (act.droppedAt !== null) return 'dropped'
  return move === 'drop' && act.adoptedOn !== null ? 'adopted' : null
}

/** What a change of the month is to those who wait: put off, brought forward, or neither. */
export function moveOfPeriod(before: Period | null, after: Period | null): 'postponed' | 'brought-forward' | null {
  if (!before || !after) return null
  const months = monthsBetween(before.to, after.to) || monthsBetween(before.from, after.from)
  return months === 0 ? null : months > 0 ? 'postponed' : 'brought-forward'
}

const KINDS: readonly (readonly [RegExp, ActKind])[] = [
  [/ligj|\blaw\b/, 'draft-law'],
  [/buxhet|budget/, 'budget'],
  [/tarif|taks|\bfees?\b|\btax/, 'fees'],
  [/rregullor|regulation/, 'regulation'],
  [/strateg/, 'strategy'],
  [/vendim|decision/, 'decision'],
  [/\bplan/, 'plan'],
]

/** The kind of act as a table names it; null where it says nothing, `other` where it says what we have no word for. */
export function readActKind(words: string): ActKind | null {
  const said = folded(words)
  if (said === '' || /^[-–—.]+$/.test(said)) return null
  return KINDS.find(([known]) => known.test(said))?.[1] ?? 'other'
}

/** An entry is the same as another of its plan when its title reads the same. */
export const titleKey = (title: string): string =>
  folded(title)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

const NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*)-(\d{1,6})$/

/** `bregas-4`: the institution and the number. */
export function readActName(name: string): { institution: string; number: number } | null {
  const [, institution, number] = NAME.exec(name) ?? []
  return institution === undefined || number === undefined ? null : { institution, number: Number(number) }
}

export const readYear = (words: string): number | null => (/^(199\d|20\d\d|21\d\d)$/.test(words) ? Number(words) : null)

/** Which plan takes a table, by the name of its register. */
const TARGET = 'plani-vjetor.'
export const targetOfPlan = (planId: string): string => `${TARGET}${planId}`
