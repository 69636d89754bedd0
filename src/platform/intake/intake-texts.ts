import type { Lang } from '../i18n/language.ts'
import { en } from './intake-texts.en.ts'
import { sq, type IntakeTexts } from './intake-texts.sq.ts'

export const intakeTexts = (lang: Lang): IntakeTexts => ({ sq, en })[lang]
