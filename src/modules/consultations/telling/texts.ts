import type { Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type TellingTexts } from './texts.sq.ts'

/** Every sentence of telling people what became of their words. */
export const tellingTexts = (lang: Lang): TellingTexts => (lang === 'en' ? en : sq)
