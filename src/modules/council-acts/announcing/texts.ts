import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type AnnouncingTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<AnnouncingTexts> = { sq, en }

export const announcingTexts = (lang: Lang): AnnouncingTexts => TEXTS[lang]

export const announcingInEvery = (words: (texts: AnnouncingTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
