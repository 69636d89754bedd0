import { formatNumber } from '../../i18n/formats.ts'
import type { InEveryLanguage, Lang } from '../../i18n/language.ts'
import type { Named } from './report-rules.ts'
import { en } from './verify-texts.en.ts'
import { sq, type VerifyTexts } from './verify-texts.sq.ts'

const TEXTS: InEveryLanguage<VerifyTexts> = { sq, en }

export const verifyTexts = (lang: Lang): VerifyTexts => TEXTS[lang]

/** One thing that was named, in a line: what it is, where its entry stands, what happened to it. */
export function namedWords(lang: Lang, { way, subject, kind, index, title }: Named): string {
  const t = TEXTS[lang]
  const place = way.startsWith('checkpoint') || way.startsWith('cosignature') ? t.size : t.entry
  const what = [title, subject ?? kind, index === null ? null : place(formatNumber(index))]
  const known = what.filter((one) => one !== null && one !== undefined)
  return known.length === 0 ? t.ways[way] : `${known.join(', ')}: ${t.ways[way]}`
}
