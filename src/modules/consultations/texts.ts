import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ConsultationTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<ConsultationTexts> = { sq, en }

export const textsIn = (lang: Lang): ConsultationTexts => TEXTS[lang]
