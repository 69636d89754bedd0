import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { listMonitoringSubjects } from './monitoring-queries.ts'
import { MONITORING_KIND } from './monitoring-rules.ts'
import { monitoringUrls, officeMonitoringUrls } from './urls.ts'

/** What others may know of a monitoring when they hold its reference. */
export const monitoringSubjects: Record<string, SubjectKind> = {
  [MONITORING_KIND]: {
    name: { sq: textsIn('sq').subjects.monitoring, en: textsIn('en').subjects.monitoring },
    readers: may['plans.read'],
    find: async ({ db }: Services, _lang, ids: readonly string[]) =>
      (await listMonitoringSubjects(db, ids)).map(({ id, public: isPublic, ...one }) => ({
        ...one,
        ref: refOf(MONITORING_KIND, id),
        officeHref: officeMonitoringUrls.one(id),
        publicHref: isPublic ? monitoringUrls.one(id) : null,
        // A monitoring has no papers of its own.
        documentsPublic: false,
      })),
  },
}
