import type { InEveryLanguage } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type ReceiptCheckTexts } from './texts.sq.ts'

export const RECEIPT_CHECK_TEXTS: InEveryLanguage<ReceiptCheckTexts> = { sq, en }
