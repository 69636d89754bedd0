import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type RecordingTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<RecordingTexts> = { sq, en }

export const textsIn = (lang: Lang): RecordingTexts => TEXTS[lang]

/** Words in every language: for what is told where no language is asked for. */
export const inEvery = (words: (texts: RecordingTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
