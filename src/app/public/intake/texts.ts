import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type WriteTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<WriteTexts> = { sq, en }

export const writeTexts = (lang: Lang): WriteTexts => TEXTS[lang]
