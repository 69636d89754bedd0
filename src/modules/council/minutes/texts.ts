import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type MinutesTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<MinutesTexts> = { sq, en }

export const minutesTexts = (lang: Lang): MinutesTexts => TEXTS[lang]

export const inEvery = (words: (texts: MinutesTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
