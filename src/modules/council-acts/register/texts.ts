import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type RegisterTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<RegisterTexts> = { sq, en }

export const textsIn = (lang: Lang): RegisterTexts => TEXTS[lang]

export const inEvery = (words: (texts: RegisterTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
