import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ReviewTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<ReviewTexts> = { sq, en }

export const textsIn = (lang: Lang): ReviewTexts => TEXTS[lang]

export const inEvery = (words: (texts: ReviewTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})

const DAYS: InEveryLanguage<{ dayLabel: string; monthLabel: string; yearLabel: string }> = {
  sq: { dayLabel: 'Dita', monthLabel: 'Muaji', yearLabel: 'Viti' },
  en: { dayLabel: 'Day', monthLabel: 'Month', yearLabel: 'Year' },
}

export const dayWords = (lang: Lang) => DAYS[lang]
