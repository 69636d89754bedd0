import type { Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type SearchTexts } from './texts.sq.ts'

export const searchTexts = (lang: Lang): SearchTexts => (lang === 'sq' ? sq : en)
