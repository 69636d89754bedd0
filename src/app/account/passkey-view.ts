import { listPasskeys, type PasskeyRow } from '#platform/auth/passkey-queries.ts'
import { relyingPartyOf } from '#platform/auth/passkey-rules.ts'
import { findFactors } from '#platform/auth/second-factor-queries.ts'
import { refusalToSetUp } from '#platform/auth/second-factor-rules.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'

/** The name under which passkeys know this installation. */
export const passkeyPlace = ({ settings }: Services): string | null => relyingPartyOf(settings)?.id ?? null

export type PasskeysView = { place: string | null; keys: readonly PasskeyRow[]; first: boolean }

/** Null: a factor stands, and has to be shown before its holder sees or changes anything. */
export async function viewPasskeys(services: Services, staff: StaffMember): Promise<PasskeysView | null> {
  const { totp, passkeys } = await findFactors(services.db, staff.accountId)
  const some = totp || passkeys > 0
  if (refusalToSetUp(staff.level, some)) return null
  return { place: passkeyPlace(services), keys: await listPasskeys(services.db, staff.accountId), first: !some }
}

export async function findOwnPasskey(services: Services, staff: StaffMember, id: string): Promise<PasskeyRow | null> {
  return (await listPasskeys(services.db, staff.accountId)).find((key) => key.id === id) ?? null
}
