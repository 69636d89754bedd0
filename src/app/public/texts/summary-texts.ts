import type { Lang } from '#platform/i18n/language.ts'
import { COUNTED, type ComparisonSummary } from './comparison-rules.ts'
import { textsTexts } from './texts.ts'

/** `2 nene të riformuluara, 1 nen i ri`: what there is none of is not said. */
export function summaryLine(lang: Lang, summary: ComparisonSummary): string {
  const t = textsTexts(lang).counts
  const said = COUNTED.flatMap((kind) => (summary[kind] > 0 ? [t[kind](summary[kind])] : []))
  return said.length === 0 ? t.none : `${said.join(', ')}.`
}
