import type { InEveryLanguage } from '#platform/i18n/language.ts'

export const becauseTexts: InEveryLanguage<{
  title: string
  version: (n: number) => string
  comments: string
  more: (n: number) => string
  unreadable: string
  all: string
}> = {
  sq: {
    title: 'Ndryshoi për shkak të',
    version: (n) => `versioni ${n}`,
    comments: 'Komentet',
    more: (n) => (n === 1 ? 'dhe 1 koment tjetër' : `dhe ${n} komente të tjera`),
    unreadable: 'fjalët e këtij komenti nuk janë publike',
    all: 'Çfarë ndryshoi në tekst për shkak të komenteve',
  },
  en: {
    title: 'Changed because of',
    version: (n) => `version ${n}`,
    comments: 'Comments',
    more: (n) => (n === 1 ? 'and 1 more comment' : `and ${n} more comments`),
    unreadable: 'the words of this comment are not public',
    all: 'What changed in the text because of the comments',
  },
}
