import type { Role } from '#platform/auth/visitor.ts'
import { installationPermissions } from '../../installation-permissions.ts'

/**
 * Who may see the outbox. In demonstration mode nobody's real letters lie in it, and every invented person must find
 * the links that were mailed; elsewhere letters are for those who keep them going, with the recipients masked.
 */
export const mailReaders = (demo: boolean): readonly Role[] =>
  installationPermissions[demo ? 'office.enter' : 'mail.read']
