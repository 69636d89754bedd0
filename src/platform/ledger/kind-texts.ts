import type { InEveryLanguage } from '../i18n/language.ts'

/** What each kind of public record is called: one of them, with a small initial. */
export const kindWords = {
  letter: { sq: 'shkresë zyrtare', en: 'official letter' },
  institution: { sq: 'institucion', en: 'institution' },
  body: { sq: 'organ', en: 'body' },
  closure: { sq: 'ditë të mbyllura', en: 'closed days' },
  takedown: { sq: 'heqje nga publiku', en: 'takedown' },
  origin: { sq: 'emër i ri i ditarit', en: 'new name of the ledger' },
  key: { sq: 'çelës i ri i ditarit', en: 'new key of the ledger' },
  document: { sq: 'dokument i arkivit', en: 'document of the archive' },
  deadline: { sq: 'afat', en: 'deadline' },
  term: { sq: 'afat i caktuar nga institucioni', en: 'term set by an institution' },
  calendarChange: { sq: 'njoftim për ditët e pushimit', en: 'announcement about days off' },
} satisfies Record<string, InEveryLanguage<string>>
