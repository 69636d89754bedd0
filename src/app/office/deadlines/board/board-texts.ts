import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './board-texts.en.ts'
import { sq, type BoardTexts } from './board-texts.sq.ts'

const TEXTS: InEveryLanguage<BoardTexts> = { sq, en }

export const boardTexts = (lang: Lang): BoardTexts => TEXTS[lang]
