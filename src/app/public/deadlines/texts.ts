import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type PublicBoardTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<PublicBoardTexts> = { sq, en }

export const publicBoardTexts = (lang: Lang): PublicBoardTexts => TEXTS[lang]
