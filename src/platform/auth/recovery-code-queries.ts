import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

export type RecoveryCodes = { left: number; createdAt: Date }

/** Null: none were ever made. */
export async function findRecoveryCodes(db: Queryable, accountId: string): Promise<RecoveryCodes | null> {
  return one(
    await db<RecoveryCodes[]>`
      select codes.created_at,
        (select count(*)::int from platform.recovery_codes as code
         where code.account_id = codes.account_id and code.used_at is null) as left
      from platform.recovery_code_sets as codes where codes.account_id = ${accountId}`,
  )
}

/** Which form made the codes that hold now. */
export async function findCodeForm(
  db: Queryable,
  accountId: string,
): Promise<{ formDigest: Buffer; createdAt: Date } | null> {
  return one(
    await db<{ formDigest: Buffer; createdAt: Date }[]>`
      select form_digest, created_at from platform.recovery_code_sets where account_id = ${accountId}`,
  )
}

/** The codes before them are worth nothing from then on. */
export async function replaceCodes(
  tx: Transaction,
  made: { accountId: string; formDigest: Buffer; digests: readonly Buffer[]; now: Date },
): Promise<void> {
  await deleteCodes(tx, made.accountId)
  await tx`
    insert into platform.recovery_code_sets (account_id, form_digest, created_at)
    values (${made.accountId}, ${made.formDigest}, ${made.now})`
  const digests = made.digests.map((digest) => digest.toString('hex'))
  await tx`
    insert into platform.recovery_codes (account_id, digest)
    select ${made.accountId}, decode(hex, 'hex') from unnest(${digests}::text[]) as hex`
}

/** Spends a code. False when the account has no such code, or it was used: of two at once only one gets it. */
export async function spendRecoveryCode(
  tx: Transaction,
  accountId: string,
  digest: Buffer,
  now: Date,
): Promise<boolean> {
  const spent = await tx`
    update platform.recovery_codes set used_at = ${now}
    where account_id = ${accountId} and digest = ${digest} and used_at is null`
  return spent.count === 1
}

export async function deleteCodes(tx: Transaction, accountId: string): Promise<boolean> {
  return (await tx`delete from platform.recovery_code_sets where account_id = ${accountId}`).count === 1
}
