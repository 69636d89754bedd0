import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { figureTexts } from './texts.ts'

/** `28 081`, `12,5` in Albanian, `12.5` in English, `−3`; what is not known says so. */
export function figureWords(lang: Lang, value: number | null): string {
  if (value === null) return figureTexts(lang).unknown
  const [whole = '0', part] = String(Math.abs(value)).split('.')
  const words = `${value < 0 ? '−' : ''}${formatNumber(Number(whole))}`
  return part === undefined ? words : `${words}${lang === 'sq' ? ',' : '.'}${part}`
}
