import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './means-texts.en.ts'
import { sq, type MeansTexts } from './means-texts.sq.ts'

const TEXTS: InEveryLanguage<MeansTexts> = { sq, en }

export const meansTextsOf = (lang: Lang): MeansTexts => TEXTS[lang]
