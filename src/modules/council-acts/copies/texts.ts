import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { copiesEn } from './texts.en.ts'
import { copiesSq, type CopiesTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<CopiesTexts> = { sq: copiesSq, en: copiesEn }

export const copiesTexts = (lang: Lang): CopiesTexts => TEXTS[lang]
