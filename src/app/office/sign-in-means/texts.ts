import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type SignInMeansTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<SignInMeansTexts> = { sq, en }

export const signInMeansTexts = (lang: Lang): SignInMeansTexts => TEXTS[lang]
