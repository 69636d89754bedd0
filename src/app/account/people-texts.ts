import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './people-texts.en.ts'
import { sq, type AccountPeopleTexts } from './people-texts.sq.ts'

const TEXTS: InEveryLanguage<AccountPeopleTexts> = { sq, en }

export const peopleTextsOf = (lang: Lang): AccountPeopleTexts => TEXTS[lang]
