import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type SigningTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<SigningTexts> = { sq, en }

export const signingTexts = (lang: Lang): SigningTexts => TEXTS[lang]
