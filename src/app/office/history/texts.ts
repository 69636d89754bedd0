import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type HistoryTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<HistoryTexts> = { sq, en }

export const historyTexts = (lang: Lang): HistoryTexts => TEXTS[lang]
