import { mayIn } from '#platform/auth/permissions.ts'
import { HOUSE_ROLES, type Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { findSubjectFor } from '#platform/subjects/find-subjects.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { listHousePeople, type HousePerson } from '#platform/tasks/people-queries.ts'
import { taskPermissions } from '#platform/tasks/permissions.ts'
import { givesIn } from './tasks-view.ts'

export type NewTaskView = {
  /** Null: still to be chosen. */
  institution: InstitutionSummary | null
  institutions: readonly InstitutionSummary[]
  subject: Subject | null
  people: readonly HousePerson[]
}

/** What the form needs; null when this official may not know of the subject, or gives no tasks there. */
export async function viewNewTask(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  asked: { subject: string; institution: string },
): Promise<NewTaskView | null> {
  const { db, clock } = services
  const subject = asked.subject ? await findSubjectFor(doors, services, lang, official, asked.subject) : null
  if (asked.subject && !subject) return null
  const institutions = await listInstitutions(db, lang, givesIn(official))
  const wanted = subject?.institutionId ?? asked.institution
  const only = institutions.length === 1 ? institutions[0] : undefined
  const institution = wanted ? institutions.find(({ id }) => id === wanted) : only
  if (wanted && !institution) return null
  if (!institution) return { institution: null, institutions, subject, people: [] }
  if (!mayIn(official, taskPermissions['tasks.write'], institution.id)) return null
  const people = await listHousePeople(db, institution.id, HOUSE_ROLES, clock.now())
  return { institution, institutions, subject, people }
}
