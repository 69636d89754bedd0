import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findActSettings, type ActSettings } from '../act-queries.ts'
import { actPermissions as may } from '../permissions.ts'
import { countNumbersOfYear } from './making-queries.ts'

export type SettingsView = {
  /** Where this official sets them; the one that is shown among them. */
  institutions: InstitutionSummary[]
  institution: InstitutionSummary | null
  setting: ActSettings | null
  /** All others of the installation: one of them may be the authority. */
  authorities: InstitutionSummary[]
  /** Numbers of this year are given: the way of numbering stays. Null: it can be changed. */
  fixedIn: number | null
}

export async function viewSettings(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  wished: string | null,
): Promise<SettingsView> {
  const [institutions, all] = await Promise.all([
    listInstitutions(db, lang, institutionsWhere(official, may['acts-settings.write'])),
    listInstitutions(db, lang, null),
  ])
  const institution = institutions.find(({ id, slug }) => id === wished || slug === wished) ?? institutions[0] ?? null
  if (!institution) return { institutions, institution, setting: null, authorities: [], fixedIn: null }
  const year = Number(civilDateIn(institution.zone, clock.now()).slice(0, 4))
  const [setting, given] = await Promise.all([
    findActSettings(db, institution.id),
    countNumbersOfYear(db, institution.id, year),
  ])
  return {
    institutions,
    institution,
    setting,
    authorities: all.filter(({ id }) => id !== institution.id),
    fixedIn: given > 0 ? year : null,
  }
}
