import type { InEveryLanguage } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type VerifyTexts } from './texts.sq.ts'

export const VERIFY_TEXTS: InEveryLanguage<VerifyTexts> = { sq, en }
