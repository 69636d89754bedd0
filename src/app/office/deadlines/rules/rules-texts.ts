import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './rules-texts.en.ts'
import { sq, type RulesTexts } from './rules-texts.sq.ts'

const TEXTS: InEveryLanguage<RulesTexts> = { sq, en }

export const rulesTexts = (lang: Lang): RulesTexts => TEXTS[lang]

/** `20 ditë pune` */
export const amountWords = (lang: Lang, n: number, unit: keyof RulesTexts['units']): string =>
  `${n} ${TEXTS[lang].units[unit]}`
