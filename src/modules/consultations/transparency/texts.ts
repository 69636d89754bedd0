import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type TransparencyTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<TransparencyTexts> = { sq, en }

export const transparencyTexts = (lang: Lang): TransparencyTexts => TEXTS[lang]

/** The same words in every language, for what is described at the door. */
export const inEvery = <T>(say: (t: TransparencyTexts) => T): InEveryLanguage<T> => ({ sq: say(sq), en: say(en) })
