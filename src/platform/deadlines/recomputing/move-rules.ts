import type { Words } from '#law/jurisdiction.ts'
import type { Terms } from '#law/rules/rule.ts'
import type { Lang } from '../../i18n/language.ts'
import type { Deadline } from '../deadline-rules.ts'
import { numberInVersion } from '../extension-rules.ts'
import {
  numberOf,
  resolveRule,
  ruleOfVersion,
  runClock,
  standingTerms,
  withChoice,
  withNumber,
  type Clockwork,
  type Days,
  type StandingTerm,
} from '../reckoning/reckon-rules.ts'

/** All that the deadlines of one institution are computed with, and what was computed before with the same. */
export type Workbench = {
  clockwork: Clockwork
  /** What the institution has set for a rule and a clock that started that day. */
  standing(ruleId: string, startedOn: string): StandingTerm | null
  term(id: string): StandingTerm | null
  known: Map<string, Days | null>
}

export type Move = {
  after: Deadline
  /** By a newer version of its rule; null: by the calendar alone. */
  version: number | null
}

/**
 * The deadline as the calendar and the rules have it today; null when nothing about it differs. What still runs never
 * comes to an end by it: nobody is late, or shut out, by what was put right afterwards.
 */
export function moveOf(deadline: Deadline, bench: Workbench, now: Date): Move | null {
  const newer = newerVersion(deadline, bench)
  const base = newer?.deadline ?? deadline
  const terms = newer?.terms ?? standingTerms(base, base.termId === null ? null : bench.term(base.termId))
  const days = terms && daysOf(base, terms, bench)
  if (!terms || !days) return null
  const after = { ...base, ...withChoice(terms, days, base.chosenOn, bench.clockwork.zone) }
  if (now < deadline.dueAt && after.dueAt <= now) return null
  return newer || differs(deadline, after) ? { after, version: newer ? base.ruleVersion : null } : null
}

const differs = (one: Deadline, other: Deadline): boolean =>
  one.dueOn !== other.dueOn ||
  one.workBy !== other.workBy ||
  one.opensOn !== other.opensOn ||
  one.estimated !== other.estimated ||
  one.dueAt.getTime() !== other.dueAt.getTime()

/** The version that is in force on the day it started, where that is another one than it runs by. */
function newerVersion(deadline: Deadline, bench: Workbench): { deadline: Deadline; terms: Terms } | null {
  const { basis, ruleId, ruleVersion, startedOn, jurisdiction, n } = deadline
  if (basis !== 'rule' || ruleId === null || ruleVersion === null || n === null) return null
  const resolved = resolveRule(ruleId, startedOn, jurisdiction, bench.standing(ruleId, startedOn))
  if (resolved.kind === 'off' || resolved.basis !== 'rule' || resolved.rule.version === ruleVersion) return null
  const older = ruleOfVersion(ruleId, ruleVersion)?.terms
  const number = numberInVersion(ruleId, n, older ? numberOf(older) : n, numberOf(resolved.terms))
  const terms = withNumber(resolved.terms, number)
  const { rule, termId } = resolved
  return { deadline: { ...deadline, ruleVersion: rule.version, termId, n: number, unit: terms.unit }, terms }
}

/** Many clocks start on the same day and run by the same rule: each such pair is computed once. */
function daysOf(
  { startedOn, startedAt, pauses }: Deadline,
  terms: Terms,
  { clockwork, known }: Workbench,
): Days | null {
  if (pauses.length > 0) return daysIn(runClock(terms, { startedOn, startedAt, pauses }, clockwork))
  const { kind, n, to, unit, direction, firstDay, roll } = terms
  const key = [clockwork.zone, startedOn, kind, n, to ?? '', unit, direction, firstDay, roll].join(' ')
  let days = known.get(key)
  if (days === undefined) {
    days = daysIn(runClock(terms, { startedOn, startedAt, pauses }, clockwork))
    known.set(key, days)
  }
  return days
}

const daysIn = (ran: ReturnType<typeof runClock>): Days | null => (ran.kind === 'ran' ? ran.days : null)

const LONGEST_WORDS = 400

/** Why it moved, as it is kept: in every language. */
export const groundOf = ({ sq, en }: Words): string =>
  JSON.stringify({ sq: sq.slice(0, LONGEST_WORDS), en: en.slice(0, LONGEST_WORDS) })

/** Why something happened to a deadline, in words: what an official wrote as it stands, of a move in this language. */
export function groundWords(lang: Lang, ground: string | null): string | null {
  return ground === null ? null : (wordsIn(ground)?.[lang] ?? ground)
}

/** Null: it is no pair of words but somebody's own. */
export function wordsIn(text: string): Words | null {
  if (!text.startsWith('{')) return null
  try {
    const read: unknown = JSON.parse(text)
    return isWords(read) ? { sq: read.sq, en: read.en } : null
  } catch {
    return null
  }
}

const isWords = (read: unknown): read is Words =>
  typeof read === 'object' &&
  read !== null &&
  'sq' in read &&
  'en' in read &&
  typeof read.sq === 'string' &&
  typeof read.en === 'string'
