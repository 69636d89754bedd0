import type { Reading, Reckoned } from '#law/clocks/reckon.ts'
import { dayNumber, type CivilDate } from '#law/days.ts'
import { statusOf, type Rule, type Terms } from '#law/rules/rule.ts'
import { formatDate } from '../../i18n/formats.ts'
import type { Lang } from '../../i18n/language.ts'
import {
  datesOf,
  dayWords,
  explanationTexts,
  lastCounted,
  offWords,
  runsOf,
  skippedList,
} from './explanation-days-rules.ts'

export type HoursOf = { from: Date; due: Date; zone: string }

export type Explained = {
  rule: Rule | null
  terms: Terms | null
  reckoned: Reckoned
  /** A later day that the institution chose. */
  chosenOn?: CivilDate | null
  /** What the institution's own term rests on. */
  ownBasis?: string | null
  pausedOn?: CivilDate | null
  /** Where hours count. */
  hours?: HoursOf | null
  today?: CivilDate
}

/** Within a sentence the words of the tables begin small, unless they begin with an abbreviation or a name of letters. */
export const inside = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.slice(0, 1).toLocaleLowerCase('sq') + words.slice(1) : words

/** The duty is the institution's to fill where the law names no number. */
export const isOwn = ({ rule, terms }: Pick<Explained, 'rule' | 'terms'>): boolean =>
  Boolean(rule && terms && statusOf(rule).kind === 'off')

export function basisOf(
  lang: Lang,
  { rule, terms, ownBasis }: Pick<Explained, 'rule' | 'terms' | 'ownBasis'>,
): string[] {
  const t = explanationTexts(lang)
  if (!terms) return []
  if (!rule) return [t.plainTerm(t.amount(terms.n, terms.unit))]
  if (!isOwn({ rule, terms })) return [t.rule(rule.id, inside(rule.clock[lang]), rule.lawName[lang])]
  return [t.ownTerm(rule.id, rule.lawName[lang], terms.n, terms.unit), ...(ownBasis ? [t.ownBasis(ownBasis)] : [])]
}

/** From which event and day, and whether that day counts. */
export function startOf(lang: Lang, rule: Rule | null, terms: Terms, reckoned: Reckoned): string[] {
  const t = explanationTexts(lang)
  const on = dayWords(lang, reckoned.from)
  const start = rule && inside(rule.start[lang])
  const event =
    terms.direction === 'after'
      ? start
        ? t.event(start, on)
        : t.eventPlain(on)
      : start
        ? t.backFrom(start, on)
        : t.backFromPlain(on)
  const first = reckoned.days.find(({ nth }) => nth === 1)
  if (!first || terms.unit === 'mo') return [event]
  const counted = followed(reckoned)?.firstDay === 'counted'
  const law = isAlbanian(rule) && terms.unit === 'd' && terms.direction === 'after' ? t.laws.days : null
  const day = dayWords(lang, first.date)
  return [event, counted ? t.firstIn(day) : t.firstOut(law, day)]
}

/** The reading whose days are listed. */
const followed = ({ readings, due }: Reckoned): Reading | undefined => readings.find((one) => one.due === due)

/** Law 44/2015 is Albania's; how Kosovo's law 05/L-031 counts could not be read. */
const isAlbanian = (rule: Rule | null): boolean => rule?.jurisdiction === 'AL'

/** How many days of which kind. */
export function countOf(lang: Lang, rule: Rule | null, terms: Terms, reckoned: Reckoned): string[] {
  const t = explanationTexts(lang)
  const law = (words: string) => (isAlbanian(rule) && terms.direction === 'after' ? words : null)
  const { n, to, unit, kind, direction } = terms
  if (unit === 'mo') {
    const words = direction === 'after' ? t.countMonths(n, law(t.laws.months)) : t.countMonthsBack(n, null)
    const number = Number(reckoned.from.slice(8))
    const cut =
      number > 28 && Number(reckoned.raw.slice(8)) < number && !reckoned.days.some(({ why }) => why?.kind === 'pause')
    return [words, ...(cut ? [t.noSuchDay(number, formatDate(lang, reckoned.raw))] : [])]
  }
  const last = kind === 'window' && to !== undefined ? to : n
  const words = unit === 'wd' ? t.countWorking(last) : t.countCalendar(last, law(t.laws.weekends))
  if (kind !== 'window' || !reckoned.opens) return [words]
  return [words, t.window(dayWords(lang, reckoned.opens), n, last)]
}

/** Which days were not counted, and why. */
export function skippedOf(lang: Lang, terms: Terms, reckoned: Reckoned): string[] {
  const t = explanationTexts(lang)
  const way = reckoned.days.slice(0, lastCounted(reckoned) + 1).filter(({ nth }) => nth === null)
  const pauses = runsOf(reckoned.days.filter(({ why }) => why?.kind === 'pause'))
  const skipped = way.filter(({ why }) => why && why.kind !== 'pause')
  const list = skippedList(lang, skipped)
  const words =
    skipped.length === 0 ? t.skippedNone : skipped.length === 1 ? t.skippedOne(list) : t.skipped(skipped.length, list)
  return [...(terms.unit === 'wd' ? [words] : []), ...pauses.map((run) => t.pause(datesOf(lang, run), run.days.length))]
}

/** The last day, and where it moved when it was off. */
export function endOf(lang: Lang, { rule, terms, reckoned, chosenOn }: Explained): string[] {
  if (!terms) return []
  const t = explanationTexts(lang)
  const { raw, due, days } = reckoned
  const at = lastCounted(reckoned)
  const on = dayWords(lang, due)
  const back = terms.direction === 'before'
  const atLeast = terms.kind === 'min' || (chosenOn && chosenOn > due)
  const end = back ? t.endsBack(on) : atLeast ? t.endsAtLeast(on) : t.ends(on)
  const last = t.last(days[at]?.nth ?? terms.n, terms.unit, dayWords(lang, raw))
  if (raw === due) return [last, end]
  const off = offWords(lang, days[at]?.why ?? null)
  const law = isAlbanian(rule) ? t.laws.weekends : null
  const over = skippedList(lang, days.slice(at + 1))
  return [last, back ? t.rolledBack(off, on) : t.rolled(off, on, law), ...(over ? [t.rolledOver(over)] : []), end]
}

export function chosenOf(lang: Lang, { chosenOn, reckoned, terms }: Explained): string[] {
  const t = explanationTexts(lang)
  const chosen = chosenOn && chosenOn !== reckoned.due ? dayWords(lang, chosenOn) : null
  const later = chosenOn && chosenOn > reckoned.due
  const words = later ? t.chosen : terms?.direction === 'before' ? t.chosenEarlierBack : t.chosenEarlier
  return chosen ? [words(chosen)] : []
}

/** As long as it stands still. */
export function pauseOf(lang: Lang, { pausedOn, today }: Pick<Explained, 'pausedOn' | 'today'>): string[] {
  if (!pausedOn) return []
  const days = today && today >= pausedOn ? dayNumber(today) - dayNumber(pausedOn) + 1 : null
  return [explanationTexts(lang).pausedNow(dayWords(lang, pausedOn), days)]
}

/** What the law leaves open. */
export function openOf(lang: Lang, terms: Terms, { readings, workBy, due }: Reckoned): string[] {
  if (readings.length < 2) return []
  const { unsettled: t } = explanationTexts(lang)
  const what = [
    ...(terms.firstDay === 'unsettled' ? [t.firstDay] : []),
    ...(terms.roll === 'unsettled' ? [terms.direction === 'after' ? t.roll : t.rollBack] : []),
  ]
  return [t.lead(what), ...(workBy === due ? [] : [t.followed])]
}

/** To which day who holds, where there is more than one. */
export function holdOf(lang: Lang, { readings, workBy, due }: Reckoned): string[] {
  if (readings.length < 2) return []
  const { unsettled: t } = explanationTexts(lang)
  return [workBy === due ? t.same(dayWords(lang, due)) : t.differ(dayWords(lang, workBy), dayWords(lang, due))]
}

/** The feasts on the way, or beside it, whose dates nobody has announced. */
export function estimatedOf(lang: Lang, { days, estimated }: Reckoned): string[] {
  const t = explanationTexts(lang)
  const feasts = days.flatMap(({ date, why }) =>
    why?.kind === 'holiday' && why.estimated
      ? [`${why.names[lang]} (${formatDate(lang, why.substituteFor ?? date)})`]
      : [],
  )
  if (feasts.length > 0) return [t.estimated([...new Set(feasts)])]
  return estimated ? [t.nearEstimate] : []
}

/** Of what an institution has set itself the sources say nothing. */
export function confidenceOf(lang: Lang, { rule, terms }: Pick<Explained, 'rule' | 'terms'>): string[] {
  const t = explanationTexts(lang)
  if (isOwn({ rule, terms })) return []
  if (rule?.confidence === 'S') return [t.secondary]
  return rule?.confidence === 'T/S' ? [t.retold] : []
}
