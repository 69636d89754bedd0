import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { GAP_NOTE_RECORD } from '../act-rules.ts'
import { actPermissions } from '../permissions.ts'
import { actOfficeUrls, actUrls } from '../urls.ts'
import { listGapNoteSubjects } from './gap-queries.ts'
import { inEvery } from './texts.ts'

/** What others may know of an explanation of a gap when they hold its reference. */
export const registerSubjects: Record<string, SubjectKind> = {
  [GAP_NOTE_RECORD]: {
    name: inEvery((t) => t.kindName),
    readers: actPermissions['acts.read'],
    documentWriters: [],
    find: async ({ db }: Services, _lang, ids) =>
      (await listGapNoteSubjects(db, ids)).map((one) => ({
        ref: refOf(GAP_NOTE_RECORD, one.id),
        institutionId: one.institutionId,
        title: one.title,
        lang: 'sq' as const,
        officeHref: `${actOfficeUrls.gaps()}?institucioni=${one.institution}`,
        publicHref: `${actUrls.gaps()}?institucioni=${one.institution}&viti=${one.year}`,
      })),
  },
}
