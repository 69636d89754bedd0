import type { InEveryLanguage } from '#platform/i18n/language.ts'

/** What each kind of public record is called: one of them, with a small initial. */
export const kindWords = {
  comment: { sq: 'koment', en: 'comment' },
  answer: { sq: 'përgjigje', en: 'answer' },
  commentGroup: { sq: 'grup komentesh', en: 'group of comments' },
  receivedComment: { sq: 'koment siç u dërgua', en: 'comment as it was sent' },
  consultation: { sq: 'konsultim', en: 'consultation' },
  report: { sq: 'raport konsultimi', en: 'consultation report' },
  monitoring: { sq: 'monitorim konsultimi', en: 'monitoring of a consultation' },
  plan: { sq: 'plan konsultimi', en: 'consultation plan' },
  yearReport: { sq: 'raport vjetor', en: 'yearly report' },
  yearReply: { sq: 'përgjigje ndaj krahasimit', en: 'reply to the comparison' },
} satisfies Record<string, InEveryLanguage<string>>
