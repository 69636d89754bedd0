import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject, SubjectKind } from '#platform/subjects/subject.ts'
import { entrySubjects } from './entry/entry-subjects-view.ts'
import { consultationPermissions } from './permissions.ts'
import { listGroupSubjects } from './groups/group-queries.ts'
import { registerUrls } from './register/urls.ts'
import {
  listCommentSubjects,
  listConsultationSubjects,
  listPublicTitles,
  type ConsultationSubject,
} from './subject-queries.ts'
import { textsIn } from './texts.ts'
import { consultationUrls, officeUrls } from './urls.ts'

const nameOf = (kind: 'consultation' | 'comment'): InEveryLanguage<string> => ({
  sq: textsIn('sq').subjects[kind],
  en: textsIn('en').subjects[kind],
})

/** For the boards that everybody reads: a draft, or what was taken down, has no title there. */
export const publicTitles = async (
  { db }: Services,
  lang: Lang,
  ids: readonly string[],
): Promise<Map<string, string>> => new Map((await listPublicTitles(db, lang, ids)).map(({ id, title }) => [id, title]))

/** Where it stands in the life of a matter; its answers and its report stand beside it. */
function lifeOf(
  lang: Lang,
  { slug, stage, repeats, opensOn, hasAnswers, hasReport }: ConsultationSubject,
): NonNullable<Subject['life']> {
  const t = textsIn(lang).register
  const step = stage === 'preliminary' ? 'preliminary' : repeats ? 'repetition' : 'consultation'
  const beside = [
    ...(slug !== null && hasAnswers ? [{ title: t.answersOf, href: registerUrls.answers(slug) }] : []),
    ...(slug !== null && hasReport ? [{ title: t.report, href: registerUrls.report(slug) }] : []),
  ]
  return { step, on: opensOn, beside }
}

/** What others may know of a consultation or a comment when they hold its reference. */
export const consultationSubjects: Record<string, SubjectKind> = {
  'consultations.consultation': {
    name: nameOf('consultation'),
    readers: consultationPermissions['consultations.read'],
    documentWriters: consultationPermissions['consultations.write'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listConsultationSubjects(db, ids)).map((one) => ({
        ref: refOf('consultations.consultation', one.id),
        institutionId: one.institutionId,
        title: one.title,
        lang: one.lang,
        officeHref: officeUrls.consultation(one.id),
        publicHref: one.slug === null ? null : consultationUrls.one(one.slug),
        life: lifeOf(lang, one),
      })),
  },
  'consultations.comment-group': {
    name: { sq: textsIn('sq').groups.subject, en: textsIn('en').groups.subject },
    readers: consultationPermissions['comments.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listGroupSubjects(db, ids)).map(({ id, institutionId, consultationId, code, slug, isPublic }) => ({
        institutionId,
        ref: refOf('consultations.comment-group', id),
        title: textsIn(lang).groups.office.one(code),
        lang,
        officeHref: officeUrls.group(consultationId, id),
        publicHref: isPublic && slug !== null ? consultationUrls.group(slug, code) : null,
      })),
  },
  ...entrySubjects,
  'consultations.comment': {
    name: nameOf('comment'),
    readers: consultationPermissions['comments.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listCommentSubjects(db, ids)).map(({ id, code, slug, isPublic, documentsPublic, institutionId }) => ({
        institutionId,
        ref: refOf('consultations.comment', id),
        title: `${textsIn(lang).subjects.comment} ${code ?? ''}`.trim(),
        lang,
        officeHref: officeUrls.comment(id),
        publicHref: isPublic && slug && code ? consultationUrls.comment(slug, code) : null,
        documentsPublic: documentsPublic && slug !== null,
      })),
  },
}
