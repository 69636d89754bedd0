import type { CountedDay, Reckoned } from '#law/clocks/reckon.ts'
import { dayNumber, weekdayOf, type CivilDate } from '#law/days.ts'
import { formatDate, formatDateRange } from '../../i18n/formats.ts'
import type { Lang } from '../../i18n/language.ts'
import { en } from './explanation-texts.en.ts'
import { sq, type DayWords, type ExplanationTexts } from './explanation-texts.sq.ts'

export const explanationTexts = (lang: Lang): ExplanationTexts => (lang === 'sq' ? sq : en)

/** One line of the list of days: a day, or a run of days with which the same happened. */
export type ExplainedDays = {
  kind: 'event' | 'counted' | 'skipped' | 'due'
  /** `24–27 nëntor 2026` */
  dates: string
  /** `e martë – e premte`; null where the run is too long for it to say anything. */
  weekdays: string | null
  words: string
}

/** Days in a row with which the same happened. */
type Run = { days: CountedDay[]; first: CountedDay; last: CountedDay }

export const dayWords = (lang: Lang, date: CivilDate): DayWords => ({
  weekday: weekdayOf(dayNumber(date)),
  date: formatDate(lang, date),
})

/** `22 nëntor`: where the year is known from what stands around it. */
export const shortDate = (lang: Lang, date: CivilDate): string => formatDate(lang, date).replace(/ \d{4}$/, '')

const shortDayWords = (lang: Lang, date: CivilDate): DayWords => ({
  weekday: weekdayOf(dayNumber(date)),
  date: shortDate(lang, date),
})

const shortRange = (lang: Lang, from: CivilDate, to: CivilDate): string =>
  from.slice(0, 4) === to.slice(0, 4)
    ? formatDateRange(lang, from, to).replaceAll(/ \d{4}(?= |$)/g, '')
    : formatDateRange(lang, from, to)

export function wordsOfWhy(lang: Lang, why: CountedDay['why'], short: boolean): string {
  const { why: t } = explanationTexts(lang)
  if (!why) return ''
  if (why.kind === 'weekend') return t.weekend
  if (why.kind === 'pause') return t.pause
  if (why.kind === 'closure') return short ? why.words : `${t.closure}: ${why.words}`
  return short ? why.names[lang] : `${t.holiday}: ${holidayWords(lang, why)}`
}

type Holiday = Extract<NonNullable<CountedDay['why']>, { kind: 'holiday' }>

/** `Dita e Alfabetit, në vend të së dielës, 22 nëntor` */
function holidayWords(lang: Lang, holiday: Holiday): string {
  const { why: t } = explanationTexts(lang)
  const { names, substituteFor, estimated } = holiday
  return [
    names[lang],
    ...(substituteFor ? [t.substitute(shortDayWords(lang, substituteFor))] : []),
    ...(estimated ? [t.estimated] : []),
  ].join(', ')
}

/** What is said of one day off inside a sentence: its weekday is said already. */
export const offWords = (lang: Lang, why: CountedDay['why']): string =>
  why?.kind === 'holiday' ? holidayWords(lang, why) : wordsOfWhy(lang, why, false)

/** The index of the last day counted; -1 where nothing was. */
export const lastCounted = ({ days }: Reckoned): number => days.findLastIndex(({ nth }) => nth !== null)

const isWeekend = ({ date, why }: CountedDay): boolean =>
  (why?.kind === 'weekend' || why?.kind === 'holiday') && weekdayOf(dayNumber(date)) > 5

/** A holiday on a Saturday or Sunday belongs to its weekend: what is off for its sake is the day in its place. */
function sameThing(one: CountedDay, other: CountedDay): boolean {
  if (isWeekend(one) || isWeekend(other)) return isWeekend(one) && isWeekend(other)
  if (one.why?.kind === 'closure') return other.why?.kind === 'closure' && one.why.words === other.why.words
  return one.why?.kind === other.why?.kind && one.why?.kind !== 'holiday'
}

/** Joins days in a row. `apart`: where a run ends although the same happens on the day after. */
export function runsOf(
  days: readonly CountedDay[],
  apart: (one: CountedDay, other: CountedDay) => boolean = () => false,
): Run[] {
  const runs: CountedDay[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const follows = before && Math.abs(dayNumber(day.date) - dayNumber(before.date)) === 1
    if (run && before && follows && sameThing(before, day) && !apart(before, day)) run.push(day)
    else runs.push([day])
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    return first && last ? [{ days: run, first, last }] : []
  })
}

/** The dates of a run, earlier first whichever way the clock went. */
export function datesOf(lang: Lang, { first, last }: Run, range = formatDateRange): string {
  return first.date <= last.date ? range(lang, first.date, last.date) : range(lang, last.date, first.date)
}

/**
 * The days skipped in one list: the weekends together, each holiday with its name, closures with theirs. Pauses have a
 * sentence of their own.
 */
export function skippedList(lang: Lang, days: readonly CountedDay[]): string {
  const t = explanationTexts(lang)
  const skipped = days
    .filter(({ why }) => why && why.kind !== 'pause')
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
  const range = skipped.at(0)?.date.slice(0, 4) === skipped.at(-1)?.date.slice(0, 4) ? shortRange : formatDateRange
  const runs = runsOf(skipped)
  const weekends = runs
    .filter(({ first, days: { length } }) => isWeekend(first) && length > 1)
    .map((run) => datesOf(lang, run, range))
  const others = runs.flatMap((run) => {
    const { date, why } = run.first
    if (why?.kind === 'closure') return [t.closure(datesOf(lang, run, range), why.words)]
    if (!why || run.days.length > 1) return []
    return [t.holiday({ ...dayWords(lang, date), date: range(lang, date, date) }, offWords(lang, why))]
  })
  return [...(weekends.length > 0 ? [t.weekends(weekends)] : []), ...others].join('; ')
}

type Way = { unit: 'd' | 'wd' | 'mo'; back: boolean; chosenOn: CivilDate | null }

/** Every day from the event to the end, runs joined: what somebody checks with a calendar beside it. */
export function listDays(lang: Lang, reckoned: Reckoned, way: Way): ExplainedDays[] {
  const { days, due, from } = reckoned
  const event = days.some(({ date }) => date === from)
    ? []
    : [oneDay(lang, 'event', from, explanationTexts(lang).list.event)]
  const raw = days[lastCounted(reckoned)]
  // Long runs of calendar days are told by month, as a calendar is; the last days stand each for itself.
  const apart = (one: CountedDay, other: CountedDay) =>
    one.date.slice(0, 7) !== other.date.slice(0, 7) || [one, other].some((day) => day === raw || day.date === due)
  const { chosenOn } = way
  return [
    ...event,
    ...runsOf(days, apart).map((run) => lineOf(lang, run, { ...way, due, raw: raw?.date ?? null })),
    ...(chosenOn ? [oneDay(lang, 'due', chosenOn, explanationTexts(lang).list.chosen)] : []),
  ]
}

type End = Way & { due: CivilDate; raw: CivilDate | null }

function lineOf(lang: Lang, run: Run, end: End): ExplainedDays {
  const { first } = run
  if (first.date === end.due) return oneDay(lang, end.chosenOn ? 'counted' : 'due', end.due, dueWords(lang, first, end))
  const kind = first.nth && !first.why ? 'counted' : 'skipped'
  return { kind, dates: datesOf(lang, run), weekdays: weekdaysOf(lang, run, end), words: runWords(lang, run, end) }
}

function dueWords(lang: Lang, { nth }: CountedDay, { unit, back, chosenOn }: End): string {
  const { list } = explanationTexts(lang)
  if (chosenOn) return list.least(unit === 'mo' ? null : nth)
  if (!nth || unit === 'mo') return back ? list.dueBack : list.due
  return back ? list.lastCountedBack(nth) : list.lastCounted(nth)
}

function runWords(lang: Lang, { days, first, last }: Run, { unit }: End): string {
  const { list, why: t } = explanationTexts(lang)
  if (first.nth && first.why) {
    const why = offWords(lang, first.why)
    return unit === 'mo' ? list.lastOff(why) : list.off(first.nth, why)
  }
  if (first.nth) return unit === 'mo' ? list.within : list.counted(first.nth, last.nth ?? first.nth)
  if (!isWeekend(first)) return offWords(lang, first.why)
  const names = days.flatMap(({ why }) => (why?.kind === 'holiday' ? [holidayWords(lang, why)] : []))
  return names.length > 0 ? t.weekendOf(names.join('; ')) : t.weekend
}

/** Of a long run of calendar days the weekdays at its ends say nothing. */
function weekdaysOf(lang: Lang, { days, first, last }: Run, { unit }: End): string | null {
  if (days.length > 1 && first.nth && unit !== 'wd') return null
  const [from = 1, to = 1] = [first, last].map(({ date }) => dayNumber(date)).toSorted((one, other) => one - other)
  return days.length > 5 ? null : explanationTexts(lang).weekdays(weekdayOf(from), weekdayOf(to))
}

function oneDay(lang: Lang, kind: ExplainedDays['kind'], date: CivilDate, words: string): ExplainedDays {
  const weekday = weekdayOf(dayNumber(date))
  return { kind, dates: formatDate(lang, date), weekdays: explanationTexts(lang).weekdays(weekday, weekday), words }
}
