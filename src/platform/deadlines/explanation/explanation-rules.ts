import type { CountedDay, Reading } from '#law/clocks/reckon.ts'
import type { CivilDate } from '#law/days.ts'
import type { Confidence, Rule, Terms } from '#law/rules/rule.ts'
import { formatHour } from '../../i18n/formats.ts'
import type { Lang } from '../../i18n/language.ts'
import { civilDateIn } from '../../time/civil-date.ts'
import { dayWords, explanationTexts, listDays, wordsOfWhy, type ExplainedDays } from './explanation-days-rules.ts'
import {
  basisOf,
  chosenOf,
  confidenceOf,
  countOf,
  endOf,
  estimatedOf,
  holdOf,
  inside,
  isOwn,
  openOf,
  pauseOf,
  skippedOf,
  startOf,
  type Explained,
  type HoursOf,
} from './explanation-sentences-rules.ts'

/** With what somebody who knows the law checks a date by hand. */
export type Explanation = {
  sentences: string[]
  /** Each day that was not counted, or on which the last day could not stay. */
  skipped: { date: CivilDate; words: string }[]
  counted: number
  ruleId: string | null
  lawName: string | null
  law: string | null
  sources: readonly string[]
  confidence: Confidence | null
  /** What makes the date less sure than it looks: "secondary source", "two readings". */
  mark: string | null
  readings: { words: string; due: CivilDate }[]
  /** The way from the event to the end, runs of days joined. */
  days: ExplainedDays[]
}

/** Why a day was not counted, in words. `short`: of a holiday its name alone. */
export const whyWords = (lang: Lang, why: CountedDay['why'], short = false): string => wordsOfWhy(lang, why, short)

/** A date that was reckoned in days or months. */
export function explain(lang: Lang, explained: Explained): Explanation {
  const { rule, terms, reckoned } = explained
  const { due, days } = reckoned
  if (!terms)
    return { ...emptyExplanation(lang, rule, []), sentences: [explanationTexts(lang).setDay(dayWords(lang, due))] }
  if (terms.unit === 'h') return explainHours(lang, { ...explained, terms })
  const { unit } = terms
  return {
    ...emptyExplanation(lang, rule, marksOf(lang, explained)),
    sentences: [
      ...basisOf(lang, explained),
      ...openOf(lang, terms, reckoned),
      ...startOf(lang, rule, terms, reckoned),
      ...countOf(lang, rule, terms, reckoned),
      ...skippedOf(lang, terms, reckoned),
      ...endOf(lang, explained),
      ...chosenOf(lang, explained),
      ...pauseOf(lang, explained),
      ...holdOf(lang, reckoned),
      ...estimatedOf(lang, reckoned),
      ...confidenceOf(lang, explained),
    ],
    skipped: days.flatMap(({ date, why }) => (why ? [{ date, words: whyWords(lang, why) }] : [])),
    counted: days.reduce((most, { nth }) => Math.max(most, nth ?? 0), 0),
    readings:
      reckoned.readings.length > 1
        ? reckoned.readings.map((reading) => ({ words: readingWords(lang, terms, reading), due: reading.due }))
        : [],
    days: listDays(lang, reckoned, { unit, back: terms.direction === 'before', chosenOn: laterChosen(explained) }),
    // How sure the table is of a number says nothing of one that an institution has set.
    ...(isOwn(explained) && { confidence: null }),
  }
}

/** A day chosen beyond the one that was reckoned: the list of days ends there. */
const laterChosen = ({ chosenOn, reckoned }: Explained): CivilDate | null =>
  chosenOn && chosenOn > reckoned.due ? chosenOn : null

export type ExplainedHours = Pick<Explained, 'rule' | 'reckoned' | 'ownBasis' | 'pausedOn' | 'today'> & {
  terms: Terms
  /** The instants; without them the days of both are told. */
  hours?: HoursOf | null
}

/** An instant that was reckoned in hours. */
export function explainHours(lang: Lang, explained: ExplainedHours): Explanation {
  const t = explanationTexts(lang)
  const { rule, terms, hours } = explained
  const marks = [...(isOwn(explained) ? [t.marks.own] : []), ...(rule?.confidence === 'S' ? [t.marks.secondary] : [])]
  return {
    ...emptyExplanation(lang, rule, marks),
    sentences: [
      ...basisOf(lang, explained),
      ...(hours ? hoursOf(lang, rule, terms, hours) : daysOfHours(lang, explained)),
      ...pauseOf(lang, explained),
      ...confidenceOf(lang, explained),
    ],
    counted: terms.n,
  }
}

function hoursOf(lang: Lang, rule: Rule | null, terms: Terms, { from, due, zone }: HoursOf): string[] {
  const t = explanationTexts(lang)
  const on = (moment: Date) => dayWords(lang, civilDateIn(zone, moment))
  const [hourFrom, hourDue] = [formatHour(from, zone), formatHour(due, zone)]
  const moved = terms.n % 24 === 0 && hourFrom !== hourDue
  return [
    rule ? t.hoursStart(inside(rule.start[lang]), on(from), hourFrom) : t.hoursStartPlain(on(from), hourFrom),
    t.hours(terms.n, terms.direction),
    ...(moved ? [t.clocksChanged(hourFrom, hourDue)] : []),
    t.hoursEnd(on(due), hourDue, zone),
  ]
}

function daysOfHours(lang: Lang, { rule, terms, reckoned }: ExplainedHours): string[] {
  const t = explanationTexts(lang)
  const on = dayWords(lang, reckoned.from)
  return [
    rule ? t.event(inside(rule.start[lang]), on) : t.eventPlain(on),
    t.hours(terms.n, terms.direction),
    t.hoursEndDay(dayWords(lang, reckoned.due)),
  ]
}

/** A day that somebody set: nothing was counted. */
export const explainSetDay = (lang: Lang, day: CivilDate): Explanation => ({
  ...emptyExplanation(lang, null, []),
  sentences: [explanationTexts(lang).setDay(dayWords(lang, day))],
})

const emptyExplanation = (lang: Lang, rule: Rule | null, marks: readonly string[]): Explanation => ({
  sentences: [],
  skipped: [],
  counted: 0,
  ruleId: rule?.id ?? null,
  lawName: rule?.lawName[lang] ?? null,
  law: rule?.law ?? null,
  sources: rule?.sources ?? [],
  confidence: rule?.confidence ?? null,
  mark: marks.length > 0 ? marks.join(', ') : null,
  readings: [],
  days: [],
})

function marksOf(lang: Lang, explained: Explained): string[] {
  const { marks } = explanationTexts(lang)
  const { rule, reckoned } = explained
  if (isOwn(explained)) return [marks.own]
  return [
    ...(rule?.confidence === 'S' ? [marks.secondary] : []),
    ...(rule?.confidence === 'P' ? [marks.practice] : []),
    ...(rule?.confidence === 'N' ? [marks.unverified] : []),
    ...(reckoned.workBy === reckoned.due ? [] : [marks.readings]),
    ...(reckoned.estimated ? [marks.estimated] : []),
  ]
}

function readingWords(lang: Lang, terms: Terms, { firstDay, roll }: Reading): string {
  const { reading: t } = explanationTexts(lang)
  const moves = terms.direction === 'after' ? t.forward : t.back
  return [
    ...(terms.firstDay === 'unsettled' ? [t[firstDay]] : []),
    ...(terms.roll === 'unsettled' ? [roll === 'forward' ? moves : t.none] : []),
  ].join('; ')
}
