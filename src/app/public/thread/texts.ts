import type { Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ThreadPageTexts } from './texts.sq.ts'

export const threadTexts = (lang: Lang): ThreadPageTexts => (lang === 'sq' ? sq : en)
