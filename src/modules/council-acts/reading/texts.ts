import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ReadingTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<ReadingTexts> = { sq, en }

export const textsIn = (lang: Lang): ReadingTexts => TEXTS[lang]
