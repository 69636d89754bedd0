import { findRecoveryCodes, type RecoveryCodes } from '#platform/auth/recovery-code-queries.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'

/** How many codes are left; null when none were ever made. */
export const viewRecoveryCodes = ({ db }: Services, { accountId }: StaffMember): Promise<RecoveryCodes | null> =>
  findRecoveryCodes(db, accountId)
