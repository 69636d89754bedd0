import type { RoleGrant } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { wordsOf, type InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { textsOf } from './account/account-texts.ts'

/** `moderatori, Bashkia Bregas`. Who leads consultations is called differently in each country, by law. */
export function roleWords(
  lang: Lang,
  { role, institutionId }: RoleGrant,
  institutions: readonly InstitutionSummary[],
): string {
  const institution = institutions.find(({ id }) => id === institutionId)
  const words =
    role === 'consultation-coordinator' && institution
      ? wordsOf(institution.jurisdiction, lang).consultationContact
      : textsOf(lang).roles[role]
  return institution ? `${words}, ${institution.name}` : words
}
