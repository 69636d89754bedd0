import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type InvitationTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<InvitationTexts> = { sq, en }

export const textsIn = (lang: Lang): InvitationTexts => TEXTS[lang]

export const inEvery = (words: (texts: InvitationTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})

/** What its deeds are called in the history. */
export const invitationHistory = { sq: { kinds: sq.history, fields: {} }, en: { kinds: en.history, fields: {} } }
