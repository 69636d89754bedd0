import { calendarOf } from '#law/calendar/calendar.ts'
import { ZONE_OF } from '#law/jurisdiction.ts'
import { ALL_RULES, findRule } from '#law/rules/rules.ts'
import { statusOf, type Rule } from '#law/rules/rule.ts'
import { misused, type CommandLine, type Outcome, type Typed } from './command.ts'
import { answerDeadline } from './deadline-answer.ts'
import { readQuestion } from './deadline-question.ts'

/** All of the command that needs no database. */
export const deadlineLine: CommandLine = {
  name: 'deadline',
  usage: 'RULE-ID DATE [--institution SLUG] [--second] | --list',
  about: 'reckons when a deadline ends, and says how; with an institution by its closures and its own terms',
  options: ['institution'],
  optional: ['institution'],
  flags: ['second', 'list'],
  positionals: [2, 0],
  alone: (typed) => misuseOf(typed) ?? answerAlone(typed),
}

function misuseOf({ positionals, flags, options }: Typed): Outcome | null {
  const list = flags.includes('list')
  if (list && (positionals.length > 0 || flags.includes('second') || options.institution !== undefined))
    return misused('--list stands alone')
  if (!list && positionals.length === 0) return misused('A rule and a date, or --list')
  if (options.institution === '') return misused('--institution needs the name of one')
  return null
}

/** By the law and the official holidays alone. What cannot be understood needs no institution to be told so. */
function answerAlone(typed: Typed): Outcome | null {
  if (typed.flags.includes('list')) return listRules()
  const jurisdiction = findRule(typed.positionals[0] ?? '')?.jurisdiction ?? 'AL'
  const zone = ZONE_OF[jurisdiction]
  const question = readQuestion(typed, zone)
  if ('kind' in question) return question
  if (typed.options.institution !== undefined) return null
  return answerDeadline(question, { calendar: calendarOf(jurisdiction), zone, set: null, institution: null })
}

function listRules(): Outcome {
  const rules = ALL_RULES.map(told)
  const lines = rules.map(
    ({ id, clock, law, confidence, status }) => `${id}: ${clock} (${law}; ${confidence}, ${status})`,
  )
  return { kind: 'done', data: { rules: rules.map(({ clock: _clock, ...rule }) => rule) }, lines }
}

function told(rule: Rule) {
  const { id, jurisdiction, terms, second, law, confidence, sources, clock } = rule
  const last = terms?.kind === 'window' ? terms.to : second?.terms.n
  const status = statusOf(rule)
  return {
    id,
    jurisdiction,
    unit: terms?.unit ?? null,
    n: terms && last !== undefined ? [terms.n, last] : (terms?.n ?? null),
    kind: terms?.kind ?? null,
    direction: terms?.direction ?? null,
    law,
    confidence,
    status: status.kind,
    ...(status.kind === 'off' && { reason: status.reason }),
    source: sources,
    clock: clock.en,
  }
}
