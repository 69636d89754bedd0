import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ArchiveTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<ArchiveTexts> = { sq, en }

export const archiveTexts = (lang: Lang): ArchiveTexts => TEXTS[lang]

export const inEveryArchive = (words: (texts: ArchiveTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})
