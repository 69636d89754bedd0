import type { Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type DraftersTexts } from './texts.sq.ts'

/** The tables that go out to the drafters, and what comes back. */
export const draftersTexts = (lang: Lang): DraftersTexts => (lang === 'en' ? en : sq)
