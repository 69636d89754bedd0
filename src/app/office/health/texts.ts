import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type HealthTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<HealthTexts> = { sq, en }

export const healthTexts = (lang: Lang): HealthTexts => TEXTS[lang]
