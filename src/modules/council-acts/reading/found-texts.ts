import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { foundEn } from './found-texts.en.ts'
import { foundSq, type FoundTexts } from './found-texts.sq.ts'

const TEXTS: InEveryLanguage<FoundTexts> = { sq: foundSq, en: foundEn }

export const foundTexts = (lang: Lang): FoundTexts => TEXTS[lang]
