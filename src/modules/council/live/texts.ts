import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type LiveTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<LiveTexts> = { sq, en }

export const textsIn = (lang: Lang): LiveTexts => TEXTS[lang]
