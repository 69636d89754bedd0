import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type OfficeDocumentTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<OfficeDocumentTexts> = { sq, en }

export const textsIn = (lang: Lang): OfficeDocumentTexts => TEXTS[lang]
