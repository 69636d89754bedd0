import type { RoleGrant } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { textsOf } from './account/account-texts.ts'
import { roleName } from './role-texts.ts'

/** `moderatori, Bashkia Bregas`, and in whose stead. Posts are called differently in each country, by law. */
export function roleWords(
  lang: Lang,
  { role, institutionId, insteadOf }: RoleGrant,
  institutions: readonly InstitutionSummary[],
): string {
  const institution = institutions.find(({ id }) => id === institutionId)
  const words = [roleName(lang, role, institution ?? null), institution?.name].filter(Boolean).join(', ')
  return insteadOf ? `${words} (${textsOf(lang).insteadOf(insteadOf.name)})` : words
}
