import type { Lang } from '#platform/i18n/language.ts'
import { listImportSubjects } from '#platform/imports/import-queries.ts'
import { IMPORT_KIND } from '#platform/imports/import-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { importPermissions } from './permissions.ts'
import { textsIn } from './texts.ts'
import { importUrls } from './urls.ts'

export const importSubjects: Record<string, SubjectKind> = {
  [IMPORT_KIND]: {
    name: { sq: textsIn('sq').subject, en: textsIn('en').subject },
    readers: importPermissions['imports.read'],
    documentWriters: [],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listImportSubjects(db, ids)).map(({ id, institutionId, fileName }) => ({
        ref: refOf(IMPORT_KIND, id),
        institutionId,
        title: fileName,
        lang,
        officeHref: importUrls.one(id),
        publicHref: null,
      })),
  },
}
