import type { CommentTally } from '../report/figure-rules.ts'
import { CHANNELS, SENDER_KINDS } from '../comments/comment-rules.ts'
import type { Stage } from '../consultation-rules.ts'
import { figureKey, type YearFigures } from './figure-list-rules.ts'

/**
 * What is counted of an institution and a year. The civil year is that of its zone. A consultation belongs to the year in
 * which its window closed, and its comments and answers with it; a meeting to the year in which it was held; an adopted act
 * to the year of its adoption; a planned act to the year of its plan. Past consultations taken over from papers are told
 * apart: nobody knows what was said in them.
 */
export type YearConsultation = {
  id: string
  institutionId: string
  slug: string
  title: string
  lang: 'sq' | 'en'
  stage: Stage
  state: 'published' | 'cancelled'
  history: boolean
  repeatsId: string | null
  publishedOn: string
  opensOn: string | null
  opensAt: Date | null
  closesOn: string | null
  closesAt: Date | null
  cancelledOn: string | null
  postedOn: string | null
  /** From which day its window was counted, and whether a rule or a term said how long it is. */
  startedOn: string | null
  ruled: boolean
  inPlan: boolean
  planBefore: boolean
  /** A notice on a board, or a meeting about it. */
  offline: boolean
  reported: boolean
  changedPlaces: number
}

export type YearAct = {
  id: string
  institutionId: string
  institutionSlug: string
  year: number
  number: number
  title: string
  adoptedOn: string | null
  dropped: boolean
  consulted: boolean
  /** One of its consultations had closed before it was adopted. */
  consultedBefore: boolean
}

export type YearMeeting = {
  id: string
  institutionId: string
  slug: string
  title: string
  lang: 'sq' | 'en'
  day: string
  present: number | null
}

export type Satisfaction = { institutionId: string; ratings: number; share: number | null }

/** All that figures are counted from; `daysToAnswer` where it was asked for. */
export type YearFacts = {
  year: number
  now: Date
  consultations: readonly YearConsultation[]
  acts: readonly YearAct[]
  meetings: readonly YearMeeting[]
  satisfaction: readonly Satisfaction[]
  tallies: readonly CommentTally[]
  daysToAnswer: ReadonlyMap<string, number | null>
}

type Told = { of: YearConsultation; facts: YearFacts; comments: number; unanswered: number; otherChannel: boolean }

const inYear = (day: string | null, { year }: YearFacts): boolean => day !== null && Number(day.slice(0, 4)) === year
const isOver = (at: Date | null, { now }: YearFacts): boolean => at !== null && at <= now

export const isClosed = (of: YearConsultation, facts: YearFacts): boolean =>
  of.state === 'published' && !of.history && inYear(of.closesOn, facts) && isOver(of.closesAt, facts)

/** It was public on its opening day at the latest, here and where the law asks for its posting. */
const inTime = ({ publishedOn, opensOn, postedOn }: YearConsultation): boolean =>
  opensOn !== null && publishedOn <= opensOn && (postedOn === null || postedOn <= opensOn)

/** The program publishes no shorter window than the rule asks; what was posted after its count began had less. */
const kept = (of: YearConsultation): boolean =>
  of.ruled &&
  of.startedOn !== null &&
  [of.publishedOn, of.opensOn, of.postedOn].every((day) => !day || day <= (of.startedOn ?? ''))

const closedAnd =
  (also: (told: Told) => boolean) =>
  (told: Told): boolean =>
    isClosed(told.of, told.facts) && also(told)

/** Which consultations each figure counts: the number on the page is the length of the list behind it. */
export const COUNTED_CONSULTATIONS = {
  opened: ({ of, facts }) => !of.history && inYear(of.opensOn, facts) && isOver(of.opensAt, facts),
  closed: closedAnd(() => true),
  // A repetition of what closed in the same year is the same draft once more.
  drafts_consulted: closedAnd(
    ({ of, facts }) =>
      of.stage === 'on-draft' && !facts.consultations.some((one) => one.id === of.repeatsId && isClosed(one, facts)),
  ),
  preliminary: closedAnd(({ of }) => of.stage === 'preliminary'),
  not_yet_closed: ({ of, facts }) =>
    of.state === 'published' && !of.history && inYear(of.closesOn, facts) && !isOver(of.closesAt, facts),
  cancelled: ({ of, facts }) => of.state === 'cancelled' && inYear(of.cancelledOn, facts),
  repeated: closedAnd(({ of }) => of.repeatsId !== null),
  outside_plan: closedAnd(({ of }) => !of.inPlan),
  history: ({ of, facts }) => of.state === 'published' && of.history && inYear(of.closesOn ?? of.opensOn, facts),
  notices_in_time: closedAnd(({ of }) => inTime(of)),
  window_known: closedAnd(({ of }) => of.ruled),
  window_kept: closedAnd(({ of }) => kept(of)),
  plans_before: closedAnd(({ of }) => of.planBefore),
  other_ways: closedAnd(({ of, otherChannel }) => of.offline || otherChannel),
  fully_answered: closedAnd(({ comments, unanswered }) => comments > 0 && unanswered === 0),
  changed_consultations: closedAnd(({ of }) => of.changedPlaces > 0),
  reports: closedAnd(({ of }) => of.reported),
} as const satisfies Record<string, (told: Told) => boolean>

const adoptedIn = (act: YearAct, facts: YearFacts): boolean => inYear(act.adoptedOn, facts)
const plannedIn = (act: YearAct, { year }: YearFacts): boolean => act.year === year

export const COUNTED_ACTS = {
  adopted_acts: adoptedIn,
  adopted_consulted: (act, facts) => adoptedIn(act, facts) && act.consultedBefore,
  planned_acts: plannedIn,
  planned_consulted: (act, facts) => plannedIn(act, facts) && act.consulted,
  planned_not_consulted: (act, facts) => plannedIn(act, facts) && !act.consulted && !act.dropped,
  planned_dropped: (act, facts) => plannedIn(act, facts) && act.dropped,
} as const satisfies Record<string, (act: YearAct, facts: YearFacts) => boolean>

export type ConsultationFigure = keyof typeof COUNTED_CONSULTATIONS
export type ActFigure = keyof typeof COUNTED_ACTS

/** Of one institution; what is not its own is left out. */
export function figuresOfYear(all: YearFacts, institutionId: string): YearFigures {
  const facts = factsOf(all, institutionId)
  const closed = consultationsIn(facts, 'closed')
  const tallies = talliesOf(facts, closed)
  const comments = sum(tallies)
  const unanswered = sum(tallies.filter(({ decision }) => decision === null))
  const [rated] = facts.satisfaction
  return Object.fromEntries([
    ...Object.keys(COUNTED_ACTS).map((key) => [key, actsIn(facts, key as ActFigure).length]),
    ...Object.keys(COUNTED_CONSULTATIONS).map((key) => [key, consultationsIn(facts, key as ConsultationFigure).length]),
    ['median_window_days', median(closed.flatMap((one) => daysOpen(one) ?? []))],
    ['comments', comments],
    ...CHANNELS.map((channel) => [`by_${channel}`, sum(tallies.filter((one) => one.channel === channel))]),
    ...[...SENDER_KINDS, null].map((kind) => [
      figureKey(`from_${kind ?? 'unknown'}`),
      sum(tallies.filter(({ senderKind }) => senderKind === kind)),
    ]),
    ['late', sum(tallies.filter(({ late }) => late))],
    ['held', sum(tallies.filter(({ held }) => held))],
    ['comments_of_cancelled', sum(talliesOf(facts, consultationsIn(facts, 'cancelled')))],
    ...DECIDED.map((decision) => [figureKey(decision), sum(tallies.filter((one) => one.decision === decision))]),
    ['unanswered', unanswered],
    ['answered', comments - unanswered],
    ['answered_share', shareOf(comments - unanswered, comments)],
    ['median_days_to_answer_all', daysToAnswerAll(facts, closed, tallies)],
    ['changed_places', closed.reduce((places, one) => places + one.changedPlaces, 0)],
    ['meetings', facts.meetings.length],
    ['participants', facts.meetings.reduce((present, one) => present + (one.present ?? 0), 0)],
    ['ratings', rated?.ratings ?? 0],
    ['satisfied_share', rated?.share ?? null],
  ]) as YearFigures
}

const DECIDED = ['accepted', 'partly-accepted', 'rejected', 'outside-scope', 'not-considered'] as const

const factsOf = (all: YearFacts, institutionId: string): YearFacts => {
  const own = <One extends { institutionId: string }>(ones: readonly One[]) =>
    ones.filter((one) => one.institutionId === institutionId)
  return {
    ...all,
    consultations: own(all.consultations),
    acts: own(all.acts),
    meetings: own(all.meetings),
    satisfaction: own(all.satisfaction),
  }
}

const talliesOf = (facts: YearFacts, ones: readonly YearConsultation[]): CommentTally[] => {
  const ids = new Set(ones.map(({ id }) => id))
  return facts.tallies.filter(({ consultationId }) => ids.has(consultationId))
}

/** What of a consultation its comments tell. */
export function toldOf(of: YearConsultation, facts: YearFacts, tallies: readonly CommentTally[]): Told {
  return {
    of,
    facts,
    comments: sum(tallies),
    unanswered: sum(tallies.filter(({ decision }) => decision === null)),
    otherChannel: tallies.some(({ channel }) => channel !== 'web'),
  }
}

/** The list behind a figure. */
export function consultationsIn(facts: YearFacts, figure: ConsultationFigure): YearConsultation[] {
  const counts: (told: Told) => boolean = COUNTED_CONSULTATIONS[figure]
  const byId = Map.groupBy(facts.tallies, ({ consultationId }) => consultationId)
  return facts.consultations.filter((one) => counts(toldOf(one, facts, byId.get(one.id) ?? [])))
}

export const actsIn = (facts: YearFacts, figure: ActFigure): YearAct[] =>
  facts.acts.filter((act) => COUNTED_ACTS[figure](act, facts))

const DAY_MS = 86_400_000

/** Both days included. */
export const daysOpen = ({ opensOn, closesOn }: YearConsultation): number | null =>
  opensOn === null || closesOn === null ? null : (Date.parse(closesOn) - Date.parse(opensOn)) / DAY_MS + 1

/** Null unless every comment of every one has its answer. */
function daysToAnswerAll(
  { daysToAnswer }: YearFacts,
  closed: readonly YearConsultation[],
  tallies: readonly CommentTally[],
): number | null {
  const spoken = new Set(tallies.map(({ consultationId }) => consultationId))
  const days = closed.filter(({ id }) => spoken.has(id)).map(({ id }) => daysToAnswer.get(id) ?? null)
  return days.includes(null) ? null : median(days.flatMap((day) => day ?? []))
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** In percent, with one decimal; null of nothing. A whole that lacks one is never 100. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.min(part < whole ? 99.9 : 100, Math.round((1000 * part) / whole) / 10)

const sum = (tallies: readonly { count: number }[]): number => tallies.reduce((all, { count }) => all + count, 0)
