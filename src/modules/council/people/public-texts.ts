import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './public-texts.en.ts'
import { sq, type PublicPeopleTexts } from './public-texts.sq.ts'

const TEXTS: InEveryLanguage<PublicPeopleTexts> = { sq, en }

export const publicTextsIn = (lang: Lang): PublicPeopleTexts => TEXTS[lang]

export const publicInEvery = (words: (texts: PublicPeopleTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
