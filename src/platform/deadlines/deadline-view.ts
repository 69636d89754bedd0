import type { CivilDate } from '#law/days.ts'
import { formatDate, formatHour } from '../i18n/formats.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { civilDateIn } from '../time/civil-date.ts'
import { clockworkFor } from './reckoning/clockwork-queries.ts'
import { eventsOf, findDeadline, type DeadlineEvent } from './deadline-queries.ts'
import type { Deadline } from './deadline-rules.ts'
import { explain, explainHours, explainSetDay, type Explanation } from './explanation/explanation-rules.ts'
import { groundWords } from './recomputing/move-rules.ts'
import { ruleOfVersion, runClock, standingTerms, type Clockwork } from './reckoning/reckon-rules.ts'
import { findTerm, type InstitutionTerm } from './terms/term-queries.ts'
import { timeLeft, type DeadlineTone } from './explanation/time-left-rules.ts'

/** All that a badge needs, the words formatted already. */
export type DeadlineView = {
  deadline: Deadline
  /** The last day in full; where hours count, with the hour. */
  date: string
  /** What is left, in words. */
  daysLeft: string
  tone: DeadlineTone
  /** The earlier day to work to, where it is another one. */
  workBy: string | null
  /** Of a window its first day. */
  opens: string | null
  explanation: Explanation
  /** From the beginning; what moved it in this language. */
  events: DeadlineEvent[]
  today: CivilDate
}

/** A clock of a record with its reasons. Null: it has none. */
export async function deadlineView(
  services: Pick<Services, 'db' | 'clock'>,
  lang: Lang,
  subject: string,
  slot: string,
): Promise<DeadlineView | null> {
  const deadline = await findDeadline(services.db, subject, slot)
  return deadline && viewOfDeadline(services, lang, deadline)
}

/** The same of a row that was read already. */
export async function viewOfDeadline(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  lang: Lang,
  deadline: Deadline,
): Promise<DeadlineView> {
  const { institutionId, termId, dueOn, workBy, opensOn, state } = deadline
  const [clockwork, term, events] = await Promise.all([
    clockworkFor(db, institutionId),
    termId === null ? null : findTerm(db, institutionId, termId),
    eventsOf(db, deadline.id),
  ])
  if (!clockwork) throw new Error('A deadline of an institution that is not there')
  const now = clock.now()
  const today = civilDateIn(clockwork.zone, now)
  const inHours = deadline.unit === 'h' ? { dueAt: deadline.dueAt, now } : {}
  const { words, tone } = timeLeft(lang, { state, dueOn, today, ...inHours })
  return {
    deadline,
    date: dateOf(lang, deadline, clockwork.zone),
    daysLeft: words,
    tone,
    workBy: workBy < dueOn ? formatDate(lang, workBy) : null,
    opens: opensOn === null ? null : formatDate(lang, opensOn),
    explanation: explanationOf(lang, deadline, { clockwork, term, today }),
    events: events.map((event) => ({ ...event, ground: groundWords(lang, event.ground) })),
    today,
  }
}

const dateOf = (lang: Lang, { unit, dueOn, dueAt }: Deadline, zone: string): string =>
  unit === 'h' ? `${formatDate(lang, civilDateIn(zone, dueAt))}, ${formatHour(dueAt, zone)}` : formatDate(lang, dueOn)

type With = { clockwork: Clockwork; term: InstitutionTerm | null; today: CivilDate }

function explanationOf(lang: Lang, deadline: Deadline, { clockwork, term, today }: With): Explanation {
  const { ruleId, ruleVersion, chosenOn, pausedOn, startedAt, dueAt, dueOn } = deadline
  const terms = standingTerms(deadline, term)
  const rule = ruleId === null || ruleVersion === null ? null : ruleOfVersion(ruleId, ruleVersion)
  if (!terms) return explainSetDay(lang, dueOn)
  const ran = runClock(terms, deadline, clockwork)
  if (ran.kind === 'off') return explainSetDay(lang, dueOn)
  const { reckoned } = ran
  const ownBasis = deadline.basis === 'own' ? (term?.basis ?? null) : null
  if (terms.unit === 'h') {
    const hours = { from: startedAt, due: dueAt, zone: clockwork.zone }
    return explainHours(lang, { rule, terms, reckoned, ownBasis, pausedOn, hours })
  }
  return explain(lang, { rule, terms, reckoned, chosenOn, ownBasis, pausedOn, today })
}
