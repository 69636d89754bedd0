import type { Queryable } from '#platform/db/database.ts'
import type { RoleAddress } from '#platform/institutions/institution-queries.ts'

export type OwnedAddress = RoleAddress & { institutionId: string }

/** Every address of every post, in one query: there are a few hundred institutions at most. */
export function listAllRoleAddresses(db: Queryable): Promise<OwnedAddress[]> {
  return db<OwnedAddress[]>`
    select institution_id, role, email, telephone, postal from platform.role_addresses order by institution_id, role`
}
