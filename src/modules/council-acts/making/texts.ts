import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type MakingTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<MakingTexts> = { sq, en }

export const makingTexts = (lang: Lang): MakingTexts => TEXTS[lang]
