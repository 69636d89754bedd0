import type { Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type TextsTexts } from './texts.sq.ts'

export const textsTexts = (lang: Lang): TextsTexts => (lang === 'sq' ? sq : en)
