import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type TakedownOfficeTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<TakedownOfficeTexts> = { sq, en }

export const takedownOfficeTexts = (lang: Lang): TakedownOfficeTexts => TEXTS[lang]
