import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import { en } from './signature-texts.en.ts'
import { sq, type SignatureTexts } from './signature-texts.sq.ts'

const TEXTS: InEveryLanguage<SignatureTexts> = { sq, en }

export const signatureTexts = (lang: Lang): SignatureTexts => TEXTS[lang]
