import type { InEveryLanguage } from '#platform/i18n/language.ts'

type Kind = InEveryLanguage<{ one: string; many: string }>

/** What the search calls the records of this module, and their states. */
export const searchTexts = {
  consultation: {
    sq: { one: 'konsultim', many: 'konsultime' },
    en: { one: 'consultation', many: 'consultations' },
  },
  article: { sq: { one: 'nen', many: 'nene' }, en: { one: 'article', many: 'articles' } },
  document: { sq: { one: 'dokument', many: 'dokumente' }, en: { one: 'document', many: 'documents' } },
  textPart: {
    sq: { one: 'pjesë e tekstit', many: 'pjesë të tekstit' },
    en: { one: 'part of a text', many: 'parts of texts' },
  },
  comment: { sq: { one: 'koment', many: 'komente' }, en: { one: 'comment', many: 'comments' } },
} satisfies Record<string, Kind>

export const searchStates = {
  announced: { sq: 'i njoftuar', en: 'announced' },
  open: { sq: 'i hapur për komente', en: 'open for comments' },
  closed: { sq: 'i mbyllur', en: 'closed' },
  cancelled: { sq: 'i anuluar', en: 'cancelled' },
} satisfies Record<string, InEveryLanguage<string>>

export const commentStates = {
  published: { sq: 'i publikuar', en: 'published' },
} satisfies Record<string, InEveryLanguage<string>>
