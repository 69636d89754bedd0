import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type CouncilTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<CouncilTexts> = { sq, en }

export const textsIn = (lang: Lang): CouncilTexts => TEXTS[lang]

export const inEvery = (words: (texts: CouncilTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
