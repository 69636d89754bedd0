import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import * as officeInEnglish from './office-texts.en.ts'
import * as officeInAlbanian from './office-texts.sq.ts'
import * as english from './texts.en.ts'
import * as albanian from './texts.sq.ts'

const { sq: inAlbanian, ...rest } = albanian
const { en: inEnglish, ...restInEnglish } = english

export type AllYearTexts = { page: typeof inAlbanian } & typeof rest & typeof officeInAlbanian

const TEXTS: InEveryLanguage<AllYearTexts> = {
  sq: { page: inAlbanian, ...rest, ...officeInAlbanian },
  en: { page: inEnglish, ...restInEnglish, ...officeInEnglish },
}

export const yearTexts = (lang: Lang): AllYearTexts => TEXTS[lang]

/** The same words in every language, for what is described at the door. */
export const inEvery = <T>(say: (t: AllYearTexts) => T): InEveryLanguage<T> => ({
  sq: say(TEXTS.sq),
  en: say(TEXTS.en),
})
