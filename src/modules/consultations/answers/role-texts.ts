import type { Official, Role } from '#platform/auth/visitor.ts'
import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { COUNTRY_WORDS } from '#platform/institutions/country-words-rules.ts'
import type { Jurisdiction } from '#platform/institutions/institution-rules.ts'

const ROLES = ['consultation-coordinator', 'legal-drafter', 'head'] as const
type ActingRole = (typeof ROLES)[number]

const WORDS: Record<Exclude<ActingRole, 'consultation-coordinator'>, InEveryLanguage<string>> = {
  'legal-drafter': { sq: 'hartuesi i akteve', en: 'legal drafter' },
  head: { sq: 'titullari i institucionit', en: 'head of the institution' },
}

const wordsOf = (role: ActingRole, jurisdiction: Jurisdiction, lang: Lang): string =>
  role === 'consultation-coordinator' ? COUNTRY_WORDS[jurisdiction][lang].consultationContact : WORDS[role][lang]

/** Officials act under their role: the one by which they may do this there, in the words of the institution's country. */
export function actingRole(
  official: Official,
  roles: readonly Role[],
  { institutionId, jurisdiction }: { institutionId: string; jurisdiction: Jurisdiction },
): string {
  const role = ROLES.find(
    (one) =>
      roles.includes(one) &&
      official.roles.some(
        (grant) => grant.role === one && (grant.institutionId === null || grant.institutionId === institutionId),
      ),
  )
  if (!role) throw new Error('Nobody acts on an answer without a role')
  return wordsOf(role, jurisdiction, 'sq')
}

/** A role as it was kept, in the language of the page; the name of a unit stays as it is. */
export function roleIn(lang: Lang, words: string): string {
  if (lang === 'sq') return words
  for (const jurisdiction of ['AL', 'XK'] as const) {
    const role = ROLES.find((one) => wordsOf(one, jurisdiction, 'sq') === words)
    if (role) return wordsOf(role, jurisdiction, lang)
  }
  return words
}
