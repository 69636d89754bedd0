import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import { en } from './document-texts.en.ts'
import { sq, type DocumentTexts } from './document-texts.sq.ts'

const TEXTS: InEveryLanguage<DocumentTexts> = { sq, en }

export const documentTexts = (lang: Lang): DocumentTexts => TEXTS[lang]
