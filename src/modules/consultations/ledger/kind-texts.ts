import type { InEveryLanguage } from '#platform/i18n/language.ts'

/** What each kind of public record is called: one of them, with a small initial. */
export const kindWords = {
  comment: { sq: 'koment', en: 'comment' },
  commentGroup: { sq: 'grup komentesh', en: 'group of comments' },
  receivedComment: { sq: 'koment siç u dërgua', en: 'comment as it was sent' },
  consultation: { sq: 'konsultim', en: 'consultation' },
  plan: { sq: 'plan konsultimi', en: 'consultation plan' },
} satisfies Record<string, InEveryLanguage<string>>
