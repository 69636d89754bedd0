import { documentPermissions } from '#platform/documents/permissions.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { DOCUMENT_KIND } from '#platform/takedowns/takedown-rules.ts'
import { listDocumentSubjects } from './document-list-queries.ts'
import { textsIn } from './texts.ts'
import { officeDocumentUrls } from './urls.ts'

/** What others may know of a document when they hold its reference. Titles of people's papers hold their names. */
export const documentSubjects: Record<string, SubjectKind> = {
  [DOCUMENT_KIND]: {
    name: { sq: textsIn('sq').subject, en: textsIn('en').subject },
    readers: documentPermissions['documents.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listDocumentSubjects(db, ids)).map(({ id, institutionId, title, lang: own, isOpen }) => ({
        ref: refOf(DOCUMENT_KIND, id),
        institutionId,
        title: isOpen ? title : textsIn(lang).subject,
        lang: isOpen && own === 'en' ? 'en' : 'sq',
        officeHref: officeDocumentUrls.one(id),
        publicHref: null,
      })),
  },
}
