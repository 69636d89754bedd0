import type { Words } from '#law/jurisdiction.ts'
import { inLanguage, type Lang } from '../../i18n/language.ts'
import { en } from './letter-texts.en.ts'
import { sq } from './letter-texts.sq.ts'

const TEXTS = { sq, en }
const BOARD = '/zyra/afate'

export type MovedTold = { name: string; cause: Words; moved: number; own: number }

/** That days have moved, and why: once for a whole change, not once for each deadline. */
export function moveLetter(lang: Lang, { name, cause, moved, own }: MovedTold, url: string) {
  const t = TEXTS[lang]
  const body = [
    t.greeting(name),
    t.moved(moved),
    t.why(cause[lang]),
    ...(own > 0 ? [t.ofYours(own, moved)] : []),
    `${t.look}\n${url}${inLanguage(lang, BOARD)}`,
  ]
  return { lang, subject: t.movedSubject(moved), body: body.join('\n\n') }
}
