import type { Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ClockTexts } from './texts.sq.ts'

export const clockTexts = (lang: Lang): ClockTexts => (lang === 'sq' ? sq : en)
