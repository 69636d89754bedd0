import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type RetentionTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<RetentionTexts> = { sq, en }

export const retentionTexts = (lang: Lang): RetentionTexts => TEXTS[lang]
