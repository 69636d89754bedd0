import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officePlanUrls, planUrls } from '../urls.ts'
import { listPlanSubjects } from './plan-queries.ts'
import { PLAN_KIND } from './plan-rules.ts'

/** What others may know of a plan when they hold its reference. */
export const planSubjects: Record<string, SubjectKind> = {
  [PLAN_KIND]: {
    name: { sq: textsIn('sq').subjects.plan, en: textsIn('en').subjects.plan },
    readers: may['plans.read'],
    find: async ({ db }: Services, _lang, ids: readonly string[]) =>
      (await listPlanSubjects(db, ids)).map(({ id, public: isPublic, ...plan }) => ({
        ...plan,
        ref: refOf(PLAN_KIND, id),
        officeHref: officePlanUrls.one(id),
        publicHref: isPublic ? planUrls.one(id) : null,
        life: { step: 'plan' as const, on: null },
        // A plan has no papers of its own.
        documentsPublic: false,
      })),
  },
}
