import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './account-texts.en.ts'
import { sq, type AccountTexts } from './account-texts.sq.ts'

const TEXTS: InEveryLanguage<AccountTexts> = { sq, en }

export const textsOf = (lang: Lang): AccountTexts => TEXTS[lang]
