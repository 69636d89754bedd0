import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'

/** `25000.50` → `25 000,50 ALL` */
export function moneyWords(lang: Lang, amount: string, currency: string): string {
  const [whole = '0', cents = '00'] = amount.split('.')
  const point = lang === 'sq' ? ',' : '.'
  return `${formatNumber(BigInt(whole))}${cents === '00' ? '' : point + cents}\u00a0${currency}`
}
