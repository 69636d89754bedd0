import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from './texts.ts'

/** `1 qershor 2023 – 30 maj 2027`, or what is known of it. */
export function spanWords(lang: Lang, from: string | null, to: string | null): string {
  const t = textsIn(lang).span
  if (from === null && to === null) return '–'
  if (to === null) return t.since(formatDate(lang, from ?? ''))
  return from === null ? t.until(formatDate(lang, to)) : `${formatDate(lang, from)} – ${formatDate(lang, to)}`
}
