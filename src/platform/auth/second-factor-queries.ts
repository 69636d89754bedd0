import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

/** What an account can show besides the mailed code. */
export type Factors = { totp: boolean; passkeys: number; recoveryCodes: number }

export async function findFactors(db: Queryable, accountId: string): Promise<Factors> {
  const [row] = await db<Factors[]>`
    select
      exists (select from platform.second_factors
              where account_id = ${accountId} and confirmed_at is not null) as totp,
      (select count(*)::int from platform.passkeys where account_id = ${accountId}) as passkeys,
      (select count(*)::int from platform.recovery_codes where account_id = ${accountId} and used_at is null)
        as recovery_codes`
  return row ?? { totp: false, passkeys: 0, recoveryCodes: 0 }
}

/** An application or a passkey. Recovery codes stand in for one of them, and are none themselves. */
export async function hasConfirmedFactor(db: Queryable, accountId: string): Promise<boolean> {
  const { totp, passkeys } = await findFactors(db, accountId)
  return totp || passkeys > 0
}

/** The sealed secret of a confirmed factor. */
export async function findSecret(db: Queryable, accountId: string): Promise<Buffer | null> {
  const row = one(
    await db<{ secret: Buffer }[]>`
      select secret from platform.second_factors where account_id = ${accountId} and confirmed_at is not null`,
  )
  return row?.secret ?? null
}

/** Spends a step. False when it, or a later one, was spent before: of two at once only one gets it. RFC 6238, 5.2. */
export async function spendStep(tx: Transaction, accountId: string, step: number): Promise<boolean> {
  const spent = await tx`
    update platform.second_factors set last_step = ${step}
    where account_id = ${accountId} and confirmed_at is not null and last_step < ${step}`
  return spent.count === 1
}

export type ConfirmedFactor = { accountId: string; secret: Buffer; step: number; now: Date; mayReplace: boolean }

/** False when one stands already and must not be replaced. The step that confirmed it is spent. */
export async function setFactor(tx: Transaction, factor: ConfirmedFactor): Promise<boolean> {
  const set = await tx`
    insert into platform.second_factors (account_id, secret, confirmed_at, last_step, created_at)
    values (${factor.accountId}, ${factor.secret}, ${factor.now}, ${factor.step}, ${factor.now})
    on conflict (account_id) do update
    set secret = excluded.secret, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step,
        created_at = excluded.created_at
    where second_factors.confirmed_at is null or ${factor.mayReplace}`
  return set.count === 1
}

export async function deleteFactor(tx: Transaction, accountId: string): Promise<boolean> {
  return (await tx`delete from platform.second_factors where account_id = ${accountId}`).count === 1
}
