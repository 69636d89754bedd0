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
  sq: Object.assign({}, OFFICE_TEXTS.sq.rights.names, ...doors.map((door) => door.rights.sq)),
  en: Object.assign({}, OFFICE_TEXTS.en.rights.names, ...doors.map((door) => door.rights.en)),
}
