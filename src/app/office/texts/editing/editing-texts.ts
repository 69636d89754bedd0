import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './editing-texts.en.ts'
import { sq, type EditingTexts } from './editing-texts.sq.ts'

const TEXTS: InEveryLanguage<EditingTexts> = { sq, en }

export const editingTexts = (lang: Lang): EditingTexts => TEXTS[lang]
