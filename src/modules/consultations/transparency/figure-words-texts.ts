import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { transparencyTexts } from './texts.ts'

/** `28 081`, `66,7` in Albanian, `66.7` in English; what is not known says so. */
export function figureWords(lang: Lang, value: number | null): string {
  if (value === null) return transparencyTexts(lang).unknown
  const [whole = '0', part] = String(value).split('.')
  const words = formatNumber(Number(whole))
  return part === undefined ? words : `${words}${lang === 'sq' ? ',' : '.'}${part}`
}
