import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ActTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<ActTexts> = { sq, en }

export const textsIn = (lang: Lang): ActTexts => TEXTS[lang]

export const inEvery = (words: (texts: ActTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
