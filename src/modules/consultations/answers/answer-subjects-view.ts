import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { ANSWER_KIND, REASON_KIND } from './answer-rules.ts'
import { listReasonsById } from './door-queries.ts'
import { answerUrls, officeAnswerUrls } from './urls.ts'
import { listAnswersById } from './office-answer-queries.ts'

/** What others may know of an answer, or of a reason in a library, when they hold its reference. */
export const answerSubjects: Record<string, SubjectKind> = {
  [ANSWER_KIND]: {
    name: { sq: textsIn('sq').answers.subject, en: textsIn('en').answers.subject },
    readers: may['answers.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listAnswersById(db, ids)).map(({ id, institutionId, code, slug, isPublic }) => ({
        institutionId,
        ref: refOf(ANSWER_KIND, id),
        title: textsIn(lang).answers.title(code),
        lang,
        officeHref: officeAnswerUrls.one(id),
        publicHref: isPublic && slug !== null ? answerUrls.one(slug, code) : null,
      })),
  },
  [REASON_KIND]: {
    name: { sq: textsIn('sq').answers.library.createTitle, en: textsIn('en').answers.library.createTitle },
    readers: may['answers.read'],
    find: async ({ db }: Services, _lang: Lang, ids: readonly string[]) =>
      (await listReasonsById(db, ids)).map(({ id, ...reason }) => ({
        ...reason,
        ref: refOf(REASON_KIND, id),
        officeHref: officeAnswerUrls.reason(id),
        publicHref: null,
      })),
  },
}
