import type { Lang } from '#platform/i18n/language.ts'
import { peopleTextsOf } from './people-texts.ts'

/** That somebody looked, never at what: letters are read by others too. */
export function accessLetter(lang: Lang, count: number, url: string): { subject: string; body: string } {
  const t = peopleTextsOf(lang).accesses
  return { subject: t.subject, body: t.letter(count, url) }
}
