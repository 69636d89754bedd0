import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ExchangeTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<ExchangeTexts> = { sq, en }

export const textsIn = (lang: Lang): ExchangeTexts => TEXTS[lang]
