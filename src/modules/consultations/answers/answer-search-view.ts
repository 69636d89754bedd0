import type { SearchSource } from '#platform/search/search-source.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { ANSWER_KIND } from './answer-rules.ts'
import { listFoundAnswers, listPublicAnswerIds } from './door-queries.ts'
import { answerKindWords } from './register-texts.ts'
import { answerUrls } from './urls.ts'

/** Published answers, found by the words of their reason. */
export const answerSearch: SearchSource = {
  subjectKind: ANSWER_KIND,
  kinds: {
    answer: answerKindWords,
  },
  states: { published: { sq: 'i publikuar', en: 'published' } },
  find: async (db, ids) =>
    (await listFoundAnswers(db, ids)).map((one) => ({
      subject: refOf(ANSWER_KIND, one.id),
      part: '',
      matter: refOf(CONSULTATION_KIND, one.consultationId),
      kind: 'answer',
      institutionId: one.institutionId,
      lang: one.lang,
      title: one.consultationTitle,
      borrowedTitle: true,
      heading: one.code,
      body: one.body,
      numbers: [one.code],
      href: answerUrls.one(one.slug, one.code),
      publishedAt: one.publishedAt,
      changedAt: one.changedAt,
      day: one.day,
      state: 'published',
      topics: one.topics,
      places: one.places,
      dueOn: null,
    })),
  idsAfter: listPublicAnswerIds,
}
