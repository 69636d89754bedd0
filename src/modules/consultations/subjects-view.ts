import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { entrySubjects } from './entry/entry-subjects-view.ts'
import { consultationPermissions } from './permissions.ts'
import { listGroupSubjects } from './groups/group-queries.ts'
import { listCommentSubjects, listConsultationSubjects, listPublicTitles } from './subject-queries.ts'
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

/** What others may know of a consultation or a comment when they hold its reference. */
export const consultationSubjects: Record<string, SubjectKind> = {
  'consultations.consultation': {
    name: nameOf('consultation'),
    readers: consultationPermissions['consultations.read'],
    documentWriters: consultationPermissions['consultations.write'],
    find: async ({ db }: Services, _lang: Lang, ids: readonly string[]) =>
      (await listConsultationSubjects(db, ids)).map(({ id, slug, ...consultation }) => ({
        ...consultation,
        ref: refOf('consultations.consultation', id),
        officeHref: officeUrls.consultation(id),
        publicHref: slug === null ? null : consultationUrls.one(slug),
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
