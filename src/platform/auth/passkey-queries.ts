import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

export type ChallengePurpose = 'register' | 'sign-in' | 'second-factor' | 'confirm'
export type Challenge = {
  challenge: string
  purpose: ChallengePurpose
  browserDigest: Buffer
  /** Null: nobody is signed in yet. */
  sessionId: string | null
}

export async function insertChallenge(db: Queryable, challenge: Challenge, expiresAt: Date): Promise<void> {
  await db`
    insert into platform.passkey_challenges (challenge, purpose, browser_digest, session_id, expires_at)
    values (${challenge.challenge}, ${challenge.purpose}, ${challenge.browserDigest}, ${challenge.sessionId}, ${expiresAt})`
}

/** Spends a challenge. False when it was spent, has expired, or was made for another browser, session or purpose. */
export async function spendChallenge(db: Queryable, challenge: Challenge, now: Date): Promise<boolean> {
  const spent = await db`
    delete from platform.passkey_challenges
    where challenge = ${challenge.challenge} and purpose = ${challenge.purpose}
      and browser_digest = ${challenge.browserDigest} and session_id is not distinct from ${challenge.sessionId}
      and expires_at > ${now}`
  return spent.count === 1
}

export async function deleteChallengesExpiredBefore(db: Queryable, moment: Date): Promise<number> {
  return (await db`delete from platform.passkey_challenges where expires_at < ${moment}`).count
}

export type PasskeyRow = {
  id: string
  accountId: string
  credentialId: string
  transports: string[]
  name: string
  synced: boolean
  createdAt: Date
  lastUsedAt: Date | null
}

export function listPasskeys(db: Queryable, accountId: string): Promise<PasskeyRow[]> {
  return db<PasskeyRow[]>`
    select id, account_id, credential_id, transports, name, synced, created_at, last_used_at
    from platform.passkeys where account_id = ${accountId} order by created_at, id limit 50`
}

export type PasskeyKey = { id: string; accountId: string; publicKey: Buffer; counter: number; transports: string[] }

/** The key that says it is this one, unless its account has ended. */
export async function findPasskey(
  db: Queryable,
  credentialId: string,
): Promise<(PasskeyKey & { demonstration: boolean }) | null> {
  return one(
    await db<(PasskeyKey & { demonstration: boolean })[]>`
      select passkey.id, passkey.account_id, passkey.public_key, passkey.counter::float8 as counter, passkey.transports,
        account.demonstration
      from platform.passkeys as passkey
      join platform.accounts as account on account.id = passkey.account_id and account.ended_at is null
      where passkey.credential_id = ${credentialId}`,
  )
}

export type NewPasskey = Omit<PasskeyRow, 'id' | 'lastUsedAt'> & { publicKey: Uint8Array; counter: number }

/** Null when somebody has registered this very key before. */
export async function insertPasskey(tx: Transaction, key: NewPasskey): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.passkeys
        (account_id, credential_id, public_key, counter, transports, name, synced, created_at)
      values (${key.accountId}, ${key.credentialId}, ${Buffer.from(key.publicKey)}, ${key.counter}, ${key.transports},
              ${key.name}, ${key.synced}, ${key.createdAt})
      on conflict (credential_id) do nothing
      returning id`,
  )
  return row?.id ?? null
}

/** Notes a use. False when the count did not grow: of two uses with the same count only one gets through. */
export async function usePasskey(tx: Transaction, id: string, counter: number, now: Date): Promise<boolean> {
  const used = await tx`
    update platform.passkeys set counter = ${counter}, last_used_at = ${now}
    where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0))`
  return used.count === 1
}

/** The name of the key that went, or null when the account has no such key. */
export async function deletePasskey(tx: Transaction, accountId: string, id: string): Promise<string | null> {
  const row = one(
    await tx<{ name: string }[]>`
      delete from platform.passkeys where id = ${id} and account_id = ${accountId} returning name`,
  )
  return row?.name ?? null
}

export async function deletePasskeys(tx: Transaction, accountId: string): Promise<number> {
  return (await tx`delete from platform.passkeys where account_id = ${accountId}`).count
}
