import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { listDatasetSubjects } from './dataset-queries.ts'
import { KIND } from './dataset-rules.ts'
import { openDataPermissions } from './permissions.ts'
import { inEvery } from './texts.ts'
import { officeUrls, publicUrl } from './urls.ts'

/** What others may know of a dataset when they hold its reference. */
export const datasetSubjects: Record<string, SubjectKind> = {
  [KIND]: {
    name: inEvery((t) => t.kind),
    readers: openDataPermissions['open-data.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listDatasetSubjects(db, ids)).map(({ id, institutionId, titleSq, titleEn, slug }) => ({
        ref: refOf(KIND, id),
        institutionId,
        title: lang === 'sq' ? titleSq : titleEn,
        lang,
        officeHref: officeUrls.one(id),
        publicHref: slug === null ? null : publicUrl(slug),
      })),
  },
}
