import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type RelationTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<RelationTexts> = { sq, en }

export const relationTexts = (lang: Lang): RelationTexts => TEXTS[lang]
