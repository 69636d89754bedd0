import type { InEveryLanguage } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type OfficeTexts } from './texts.sq.ts'

export const OFFICE_TEXTS: InEveryLanguage<OfficeTexts> = { sq, en }
