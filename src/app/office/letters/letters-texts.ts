import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type LetterTexts } from './texts.sq.ts'

export const LETTER_TEXTS: InEveryLanguage<LetterTexts> = { sq, en }

export const textsIn = (lang: Lang): LetterTexts => LETTER_TEXTS[lang]
