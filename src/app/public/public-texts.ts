import type { InEveryLanguage } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type PublicTexts } from './texts.sq.ts'

export const PUBLIC_TEXTS: InEveryLanguage<PublicTexts> = { sq, en }
