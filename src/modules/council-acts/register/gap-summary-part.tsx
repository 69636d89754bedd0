import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { actUrls } from '../urls.ts'
import type { GapFacts } from './gap-queries.ts'
import { rangeWords } from './gap-rules.ts'
import type { ShownGapFacts } from './gap-facts-view.ts'
import { textsIn } from './texts.ts'

type Facts = GapFacts & { year: number }

/** "In 2026 numbers 57 and 61 are missing; 3 acts were announced late." */
export function gapSentence(lang: Lang, { year, gaps, missing, late, waiting }: Facts): string {
  const t = textsIn(lang).gaps
  const named = gaps.map((gap) => (gap.series === '' ? rangeWords(gap) : `${rangeWords(gap)} (${gap.series})`))
  const shown = gaps.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const all = missing > shown ? [...named, t.more(formatNumber(missing))] : named
  const numbers = all.length < 2 ? all.join('') : all.slice(0, -1).join(', ') + t.and + (all.at(-1) ?? '')
  const parts = [
    missing === 0 ? t.noneMissing : t.missing(numbers, missing),
    late === 0 ? t.noneLate : t.late(formatNumber(late)),
    ...(waiting === 0 ? [] : [t.waiting(formatNumber(waiting))]),
  ]
  return `${t.in(String(year))} ${parts.join('; ')}.`
}

/** The register says of itself what it lacks. */
export const GapSummary = ({ lang, facts }: { lang: Lang; facts: ShownGapFacts | null }) => {
  const t = textsIn(lang).gaps
  const query = facts === null ? '' : `?institucioni=${facts.institution}&viti=${facts.year}`
  return (
    <p class="govuk-body">
      {facts !== null && `${gapSentence(lang, facts)} `}
      <a href={inLanguage(lang, actUrls.gaps()) + query}>{t.link}</a>
    </p>
  )
}
