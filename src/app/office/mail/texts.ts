import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type MailTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<MailTexts> = { sq, en }

export const mailTexts = (lang: Lang): MailTexts => TEXTS[lang]
