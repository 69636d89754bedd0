import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Indicator } from '../plan/content-rules.ts'
import { methodWords } from '../report/figure-texts.ts'
import { textsIn } from '../texts.ts'
import type { Counts, Proposal } from './achieved-rules.ts'
import type { IndicatorResult } from './monitoring-rules.ts'

/** How a value was counted, in words that another person could count it by. */
export function formulaWords(lang: Lang, key: Indicator, counts: Counts | null): string {
  const t = textsIn(lang).monitoring.formulas
  if (key === 'other') return t.other
  if (counts === null) return t.unknown
  switch (key) {
    case 'methods':
      return t.methods(
        formatNumber(counts.methods.length),
        counts.methods.map((method) => methodWords(lang, method)).join(', '),
      )
    case 'parties':
      return t.parties(formatNumber(counts.parties))
    case 'participants':
      return t.participants(
        formatNumber(counts.meetings),
        counts.uncounted === 0 ? null : formatNumber(counts.uncounted),
      )
    case 'comments':
      return t.comments(
        formatNumber(counts.accepted),
        formatNumber(counts.partlyAccepted),
        formatNumber(counts.comments),
        formatNumber(counts.unanswered),
      )
  }
}

/** A value as it is read: where a person put it right, both, and why. What is not known is said to be so. */
export function achievedWords(
  lang: Lang,
  { computed, corrected, reason }: Pick<IndicatorResult, 'computed' | 'corrected' | 'reason'>,
): string[] {
  const { achieved: t, unknown } = textsIn(lang).monitoring
  const counted = computed === null ? unknown : formatNumber(computed)
  if (corrected === null) return [counted]
  const why = reason === null ? [] : [t.reason(reason)]
  return [t.corrected(formatNumber(corrected)), t.computed(counted), ...why]
}

/** What the dates say, sentence by sentence. */
export function proposalWords(lang: Lang, proposal: Proposal): string[] {
  const t = textsIn(lang).monitoring.proposal
  const { answer, due, lastDay, inTime, marked, closesOn, closed, extensions } = proposal
  const day = closesOn === null ? null : formatDate(lang, closesOn)
  return [
    answer === null ? t.answers.none : answer ? t.answers.yes : t.answers.no,
    lastDay === null
      ? t.noActivities
      : t.activities(formatNumber(due), formatDate(lang, lastDay), formatNumber(inTime)),
    ...(marked === 0 ? [] : [t.marked(formatNumber(marked))]),
    ...(day === null ? [] : [closed ? t.closed(day) : t.open(day)]),
    extensions === 0 ? t.notExtended : t.extended(formatNumber(extensions)),
  ]
}
