import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findGroup, listGroups, type ThematicGroup } from './group-queries.ts'

export async function viewGroups(
  { db }: Services,
  official: Official,
  ended: boolean,
): Promise<{ groups: ThematicGroup[]; mayWrite: boolean }> {
  const institutions = institutionsWhere(official, may['comments.entered'])
  const groups = await listGroups(db, { institutions, ended })
  return { groups, mayWrite: institutionsWhere(official, may['comments.enter'])?.length !== 0 }
}

export async function viewGroup({ db }: Services, official: Official, id: string): Promise<ThematicGroup | null> {
  const group = isUuid(id) ? await findGroup(db, id) : null
  return group && mayIn(official, may['comments.enter'], group.institutionId) ? group : null
}

export const viewInstitutionsToEnter = (
  { db }: Services,
  lang: Lang,
  official: Official,
): Promise<InstitutionSummary[]> => listInstitutions(db, lang, institutionsWhere(official, may['comments.enter']))
