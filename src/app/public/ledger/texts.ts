import type { Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type LedgerTexts } from './texts.sq.ts'

export const ledgerTexts = (lang: Lang): LedgerTexts => (lang === 'sq' ? sq : en)
