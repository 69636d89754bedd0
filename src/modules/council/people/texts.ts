import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type PeopleTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<PeopleTexts> = { sq, en }

export const textsIn = (lang: Lang): PeopleTexts => TEXTS[lang]

export const inEvery = (words: (texts: PeopleTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
