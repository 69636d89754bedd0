import type { Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type InstitutionOfficeTexts } from './texts.sq.ts'

const TEXTS: Record<Lang, InstitutionOfficeTexts> = { sq, en }

export const textsIn = (lang: Lang): InstitutionOfficeTexts => TEXTS[lang]
