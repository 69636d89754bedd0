import {
  listColleagues,
  listSubstitutionsOf,
  type Colleague,
  type Substitution,
} from '#platform/auth/substitution-queries.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'

export type OwnAbsenceView = {
  /** Where this official works; null when nowhere. */
  institution: InstitutionSummary | null
  institutions: readonly InstitutionSummary[]
  colleagues: readonly Colleague[]
  substitutions: readonly (Substitution & { isOpen: boolean; isOwn: boolean })[]
}

export async function viewOwnAbsence(
  { db, clock }: Services,
  lang: Lang,
  staff: StaffMember,
  asked: string | undefined,
): Promise<OwnAbsenceView> {
  const now = clock.now()
  // What is held in somebody's stead is not handed on.
  const own = [...staff.roles, ...(staff.bodyRoles ?? [])].filter(({ insteadOf }) => !insteadOf)
  const ids = [...new Set(own.flatMap(({ institutionId }) => institutionId ?? []))]
  const institutions = ids.length > 0 ? await listInstitutions(db, lang, ids) : []
  const institution = institutions.find(({ id }) => id === asked) ?? institutions[0] ?? null
  const [colleagues, substitutions] = await Promise.all([
    institution ? listColleagues(db, institution.id, now) : [],
    listSubstitutionsOf(db, staff.accountId),
  ])
  return {
    institution,
    institutions,
    colleagues: colleagues.filter(({ id }) => id !== staff.accountId),
    substitutions: substitutions.map((one) => ({
      ...one,
      isOpen: one.validTo > now,
      isOwn: one.absentId === staff.accountId,
    })),
  }
}
