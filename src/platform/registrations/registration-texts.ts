import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import { en } from './registration-texts.en.ts'
import { sq, type RegistrationTexts } from './registration-texts.sq.ts'

const TEXTS: InEveryLanguage<RegistrationTexts> = { sq, en }

export const textsIn = (lang: Lang): RegistrationTexts => TEXTS[lang]
