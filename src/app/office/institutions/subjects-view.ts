import { findInstitutionSubjects } from '#platform/institutions/body-queries.ts'
import { institutionPermissions } from '#platform/institutions/institution-rights-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject, SubjectKind } from '#platform/subjects/subject.ts'
import { publicUrls } from '../../public/urls.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

const kindOf = (kind: 'institution' | 'body'): SubjectKind => ({
  name: { sq: textsIn('sq').subjects[kind], en: textsIn('en').subjects[kind] },
  readers: institutionPermissions['institutions.read'],
  find: async ({ db }: Services, lang: Lang, ids: readonly string[]): Promise<Subject[]> =>
    (await findInstitutionSubjects(db, lang, ids))
      .filter((row) => row.kind === kind)
      .map(({ id, institutionId, institutionSlug, title }) => ({
        ref: refOf(`institutions.${kind}`, id),
        institutionId,
        title,
        lang,
        officeHref: kind === 'institution' ? urls.one(id) : urls.body(institutionId, id),
        publicHref:
          kind === 'institution' ? publicUrls.institution(institutionSlug) : publicUrls.body(institutionSlug, id),
      })),
})

/** What others may know of an institution or a body when they hold its reference. */
export const institutionSubjects: Record<string, SubjectKind> = {
  'institutions.institution': kindOf('institution'),
  'institutions.body': kindOf('body'),
}
