import type { Role } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsOf } from '../../account/account-texts.ts'

/** A role in words; one that the program does not know any more by its own name. */
export function roleName(lang: Lang, role: string): string {
  const { roles } = textsOf(lang)
  return Object.hasOwn(roles, role) ? roles[role as Role] : role
}
