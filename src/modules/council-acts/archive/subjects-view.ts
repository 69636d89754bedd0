import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject, SubjectKind } from '#platform/subjects/subject.ts'
import { actPermissions } from '../permissions.ts'
import { listArchiveNames } from './archive-queries.ts'
import { ARCHIVE_KIND } from './archive-rules.ts'
import { inEveryArchive } from './texts.ts'
import { archiveUrls } from './urls.ts'

/** What the history may know of an archive: the name of its file. */
export const archiveSubjects: Record<string, SubjectKind> = {
  [ARCHIVE_KIND]: {
    name: inEveryArchive((t) => t.subject),
    readers: actPermissions['acts.read'],
    documentWriters: [],
    find: async ({ db }: Services, _lang: Lang, ids: readonly string[]) =>
      (await listArchiveNames(db, ids)).map(({ id, institutionId, fileName }): Subject => ({
        ref: refOf(ARCHIVE_KIND, id),
        institutionId,
        title: fileName,
        lang: 'sq',
        officeHref: archiveUrls.one(id),
        publicHref: null,
        documentsPublic: false,
      })),
  },
}
