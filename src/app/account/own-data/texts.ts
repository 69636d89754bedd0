import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type OwnDataPageTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<OwnDataPageTexts> = { sq, en }

export const ownDataPageTexts = (lang: Lang): OwnDataPageTexts => TEXTS[lang]
