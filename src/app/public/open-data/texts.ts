import type { Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type OpenDataTexts } from './texts.sq.ts'

export const openDataTexts = (lang: Lang): OpenDataTexts => (lang === 'sq' ? sq : en)
