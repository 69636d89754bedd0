import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'

export type NewCode = {
  id: string
  email: string
  digest: Buffer
  /** Keyed digest of the network that asked; null: the command line did. */
  askedFrom: Buffer | null
  createdAt: Date
  expiresAt: Date
}

/** Earlier codes stay alive: otherwise a stranger could make somebody's code void by asking for another. */
export async function insertCode(tx: Transaction, code: NewCode): Promise<void> {
  await tx`
    insert into platform.sign_in_codes (id, email, code_digest, asked_from, created_at, expires_at)
    values (${code.id}, ${code.email}, ${code.digest}, ${code.askedFrom}, ${code.createdAt}, ${code.expiresAt})`
}

/** The address for which a browser asked for a code, while that asking is younger than `after`. */
export async function findAskedEmail(db: Queryable, id: string, after: Date): Promise<string | null> {
  const row = one(
    await db<{ email: string }[]>`
      select email from platform.sign_in_codes where id = ${id} and created_at > ${after}`,
  )
  return row?.email ?? null
}

/**
 * Takes one try of an asking. It is counted before anybody compares, so that a hundred guesses sent at once get no more
 * than their share. Each browser uses up the tries of its own asking, never those of somebody else. False: none is left.
 */
export async function takeTry(tx: Transaction, id: string, maxTries: number, now: Date): Promise<boolean> {
  const taken = await tx`
    update platform.sign_in_codes set tries = tries + 1
    where id = ${id} and expires_at > ${now} and tries < ${maxTries}`
  return taken.count === 1
}

export type LiveCode = { id: string; codeDigest: Buffer }

/**
 * The codes that may be typed for an asking, locked: its own, others asked for from the same network, for letters arrive
 * in any order, and those of the command line. Whoever waited for the lock is asked again whether they are still alive.
 */
export function listLiveCodes(tx: Transaction, id: string, email: string, now: Date): Promise<LiveCode[]> {
  return tx<LiveCode[]>`
    select code.id, code.code_digest from platform.sign_in_codes as code
    where code.email = ${email} and code.used_at is null and code.expires_at > ${now}
      and (code.id = ${id} or code.asked_from is null
           or code.asked_from = (select own.asked_from from platform.sign_in_codes as own where own.id = ${id}))
    order by code.created_at desc limit 20 for update`
}

/** Whoever is in needs none of the others either. */
export async function useCodes(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  await tx`update platform.sign_in_codes set used_at = ${now} where id = any(${ids as string[]}::uuid[])`
}

export type SignInAccount = { id: string; demonstration: boolean; hasSecondFactor: boolean }

/** The staff account of an address, unless it has ended. */
export async function findSignInAccount(tx: Transaction, email: string): Promise<SignInAccount | null> {
  return one(
    await tx<SignInAccount[]>`
      select account.id, account.demonstration,
        exists (select from platform.second_factors as factor
                where factor.account_id = account.id and factor.confirmed_at is not null)
        or exists (select from platform.passkeys as passkey where passkey.account_id = account.id) as has_second_factor
      from platform.accounts as account
      where account.email = ${email} and account.ended_at is null`,
  )
}

/** The citizen's contact, made at its first confirmation. Its language is the one last used to sign in. */
export async function confirmContact(tx: Transaction, email: string, lang: Lang, now: Date): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.contacts (email, lang, created_at, confirmed_at) values (${email}, ${lang}, ${now}, ${now})
    on conflict (email) do update
    set lang = excluded.lang, confirmed_at = coalesce(contacts.confirmed_at, excluded.confirmed_at)
    returning id`
  if (!row) throw new Error('an upsert returned no row')
  return row.id
}

export async function deleteCodesExpiredBefore(db: Queryable, moment: Date): Promise<number> {
  return (await db`delete from platform.sign_in_codes where expires_at < ${moment}`).count
}
