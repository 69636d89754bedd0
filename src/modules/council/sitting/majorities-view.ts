import { majorityFor } from '#law/majorities/majorities.ts'
import type { MajorityRule } from '#law/majorities/majority.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../permissions.ts'
import { majorityOf, SETTABLE, type MajorityOf, type MajoritySetting } from './majority-rules.ts'
import { listMajoritySettings, listSettingVersions, type SettingVersion } from './sitting-queries.ts'

export type MajorityRow = MajorityOf & {
  rule: MajorityRule
  setting: MajoritySetting | null
  set: SettingVersion | null
}
export type MajoritiesView = {
  institutions: InstitutionSummary[]
  institution: InstitutionSummary | null
  rows: MajorityRow[]
  mayWrite: boolean
}

/** The majorities of one institution that this official may read; the first where none is named. */
export async function viewMajorities(
  { db }: Services,
  lang: Lang,
  official: Official,
  slug: string | null,
): Promise<MajoritiesView> {
  const institutions = await listInstitutions(db, lang, institutionsWhere(official, may['council.read']))
  const institution =
    institutions.find((one) => one.slug === slug) ?? (slug === null ? (institutions[0] ?? null) : null)
  if (!institution) return { institutions, institution: null, rows: [], mayWrite: false }
  const [settings, versions] = await Promise.all([
    listMajoritySettings(db, institution.id),
    listSettingVersions(db, institution.id),
  ])
  const writers = institutionsWhere(official, may['council-settings.write'])
  return {
    institutions,
    institution,
    rows: SETTABLE.map((kind) => ({
      ...majorityOf(institution.jurisdiction, kind, settings, lang),
      rule: majorityFor(institution.jurisdiction, kind),
      setting: settings.find((one) => one.actKind === kind) ?? null,
      set: versions.find((one) => one.actKind === kind) ?? null,
    })),
    mayWrite: writers === null || writers.includes(institution.id),
  }
}
