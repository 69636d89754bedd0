import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

export type NewEmailChange = {
  accountId: string
  newEmail: string
  digest: Buffer
  byAccountId: string
  now: Date
  expiresAt: Date
}

/** The one before, if it waits still, opens nothing any more. */
export async function insertEmailChange(tx: Transaction, change: NewEmailChange): Promise<void> {
  await tx`
    update platform.email_changes set withdrawn_at = ${change.now}
    where account_id = ${change.accountId} and confirmed_at is null and withdrawn_at is null`
  await tx`
    insert into platform.email_changes (account_id, new_email, token_digest, by_account_id, created_at, expires_at)
    values (${change.accountId}, ${change.newEmail}, ${change.digest}, ${change.byAccountId}, ${change.now},
            ${change.expiresAt})`
}

export type EmailChange = { id: string; accountId: string; oldEmail: string; newEmail: string; expiresAt: Date }

/** One that waits still. */
export async function findEmailChange(db: Queryable, digest: Buffer, now: Date): Promise<EmailChange | null> {
  return one(
    await db<EmailChange[]>`
      select change.id, change.account_id, account.email as old_email, change.new_email, change.expires_at
      from platform.email_changes as change
      join platform.accounts as account on account.id = change.account_id and account.ended_at is null
      where change.token_digest = ${digest} and change.confirmed_at is null and change.withdrawn_at is null
        and change.expires_at > ${now}`,
  )
}

export async function findWaitingEmail(db: Queryable, accountId: string, now: Date): Promise<string | null> {
  const row = one(
    await db<{ newEmail: string }[]>`
      select new_email from platform.email_changes
      where account_id = ${accountId} and confirmed_at is null and withdrawn_at is null and expires_at > ${now}`,
  )
  return row?.newEmail ?? null
}

/** False when somebody was faster. */
export async function setEmailChangeConfirmed(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const set = await tx`
    update platform.email_changes set confirmed_at = ${now}
    where id = ${id} and confirmed_at is null and withdrawn_at is null`
  return set.count === 1
}
