import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type SittingTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<SittingTexts> = { sq, en }

export const textsIn = (lang: Lang): SittingTexts => TEXTS[lang]

/** Words in every language: for what is told where no language is asked for. */
export const inEvery = (words: (texts: SittingTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
