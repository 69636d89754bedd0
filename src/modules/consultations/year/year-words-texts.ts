import { formatDate, formatMonth } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Period } from './period-rules.ts'
import { yearTexts } from './texts.ts'
import { periodOf, slippageOf, type Way } from './year-rules.ts'

/** `mars`, `janar deri mars`, `mars 2028`: the year is told where it is not the plan's own. */
export function periodWords(lang: Lang, { from, to }: Period, planYear: number): string {
  const t = yearTexts(lang).page
  if (from.slice(5, 7) === '01' && to.slice(5, 7) === '12' && from.slice(0, 4) === to.slice(0, 4))
    return t.wholeYear(from.slice(0, 4)).toLowerCase()
  const last = formatMonth(lang, to, { year: Number(to.slice(0, 4)) !== planYear })
  if (from === to) return last
  return t.fromTo(formatMonth(lang, from, { year: from.slice(0, 4) !== to.slice(0, 4) }), last)
}

/** When it is due, or that nobody knows. */
export const dueWords = (lang: Lang, act: Pick<Way, 'dueFrom' | 'dueTo'>, planYear: number): string => {
  const due = periodOf(act.dueFrom, act.dueTo)
  return due ? capital(periodWords(lang, due, planYear)) : yearTexts(lang).page.unknownMonth
}

/** How far what happened lies from what was promised, as a sentence; null: nothing is to be told. */
export function slippageWords(
  lang: Lang,
  act: Way & { year: number },
  today: string,
  droppedOn: string | null,
): string | null {
  const t = yearTexts(lang).page.slippage
  const promised = periodOf(act.promisedFrom, act.promisedTo)
  const words = (period: Period) => periodWords(lang, period, act.year)
  if (droppedOn !== null) {
    const day = formatDate(lang, droppedOn)
    return promised ? t.dropped(words(promised), day) : t.droppedUnknown(day)
  }
  const found = slippageOf(act, today)
  if (!found) return null
  if (found.by === 'overdue') return t.overdue(words(found.promised), found.months)
  return t[found.by](words(found.promised), words({ from: found.month, to: found.month }), found.months)
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
