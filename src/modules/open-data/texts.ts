import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type OpenDataTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<OpenDataTexts> = { sq, en }

export const textsIn = (lang: Lang): OpenDataTexts => TEXTS[lang]

/** A sentence in every language: for what is told where no language is asked for. */
export const inEvery = (words: (texts: OpenDataTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
