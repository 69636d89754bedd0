import type { PermissionTable } from '#platform/auth/permissions.ts'
import type { InEveryLanguage } from '#platform/i18n/language.ts'
import { doors } from './doors.ts'
import { installationPermissions } from './installation-permissions.ts'
import { OFFICE_TEXTS } from './office/office-texts.ts'

/** The one table of who may do what, walked by the matrix test. */
export const permissions: PermissionTable = Object.fromEntries(
  [installationPermissions, ...doors.map((door) => door.permissions)].flatMap((table) => Object.entries(table)),
)

/** Every right in words. */
export const rightWords: InEveryLanguage<Record<string, string>> = {
  sq: joined([OFFICE_TEXTS.sq.rights.names, ...doors.map((door) => door.rights.sq)]),
  en: joined([OFFICE_TEXTS.en.rights.names, ...doors.map((door) => door.rights.en)]),
}

function joined(tables: readonly Record<string, string>[]): Record<string, string> {
  return Object.fromEntries(tables.flatMap((table) => Object.entries(table)))
}
