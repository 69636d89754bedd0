import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type IntakeOfficeTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<IntakeOfficeTexts> = { sq, en }

export type InOffice = IntakeOfficeTexts

export const officeIntakeTexts = (lang: Lang): IntakeOfficeTexts => TEXTS[lang]
