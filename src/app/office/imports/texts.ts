import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ImportTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<ImportTexts> = { sq, en }

export const textsIn = (lang: Lang): ImportTexts => TEXTS[lang]
