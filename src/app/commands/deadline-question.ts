import { FIRST_YEAR, LAST_YEAR } from '#law/calendar/holidays.ts'
import type { CivilDate } from '#law/days.ts'
import { findRule, ruleOn } from '#law/rules/rules.ts'
import type { Rule, Terms } from '#law/rules/rule.ts'
import { civilDateIn, readCivilDate, startOfDay } from '#platform/time/civil-date.ts'
import { readInstant } from '#platform/time/zoned-instant.ts'
import { misused, refused, type Outcome, type Typed } from './command.ts'

/** What was asked: a rule, the start of its clock, and which of its two terms. */
export type Question = {
  rule: Rule
  /** Of a pair, whether the second is asked for. */
  second: boolean
  startedOn: CivilDate
  /** Where hours count. */
  startedAt: Date
}

/** What was typed, in the zone in which a day begins; or what to say instead. */
export function readQuestion({ positionals: [id = '', words = ''], flags }: Typed, zone: string): Question | Outcome {
  const newest = findRule(id)
  if (!newest) return misused(`Unknown rule: ${id}. All of them: kuvend deadline --list`)
  const second = flags.includes('second')
  if (second && !newest.second) return misused(`${id} has no second term: only a pair has one.`)
  const start = readStart(words, newest.terms, zone)
  if (!start) {
    const instant = newest.terms?.unit === 'h' ? ', or an instant such as 2026-11-20T09:30:00+01:00' : ''
    return misused(`${words} is no date. Type a day such as 2026-11-20${instant}.`)
  }
  const year = Number(start.startedOn.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return refused(`${start.startedOn} lies outside the calendar: it knows ${FIRST_YEAR} to ${LAST_YEAR}.`)
  const rule = ruleOn(id, start.startedOn)
  if (!rule) return refused(`${id} was not in force on ${start.startedOn}.`)
  return { rule, second, ...start }
}

/** A day is its local start; an instant says something only where hours count, or where the institution set them. */
function readStart(words: string, terms: Terms | null, zone: string): Pick<Question, 'startedOn' | 'startedAt'> | null {
  const day = readCivilDate(words)
  if (day) return { startedOn: day, startedAt: startOfDay(day, zone) }
  const instant = terms === null || terms.unit === 'h' ? readInstant(words) : null
  return instant && { startedOn: civilDateIn(zone, instant), startedAt: instant }
}
