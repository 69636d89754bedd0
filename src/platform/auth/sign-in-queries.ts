import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'

export type NewCode = { id: string; email: string; digest: Buffer; createdAt: Date; expiresAt: Date }

/** Earlier codes for the address die with it: only the newest works. */
export async function insertCode(tx: Transaction, code: NewCode): Promise<void> {
  await tx`
    update platform.sign_in_codes set expires_at = ${code.createdAt}
    where email = ${code.email} and used_at is null and expires_at > ${code.createdAt}`
  await tx`
    insert into platform.sign_in_codes (id, email, code_digest, created_at, expires_at)
    values (${code.id}, ${code.email}, ${code.digest}, ${code.createdAt}, ${code.expiresAt})`
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
 * Takes one try at the newest code of an address and locks its row. The try is counted before anybody compares, so
 * that a hundred guesses sent at once get no more than their share. The conditions stand twice: whoever waited for the
 * lock is asked again whether the code is still alive. Null: none is.
 */
export async function takeTry(
  tx: Transaction,
  email: string,
  maxTries: number,
  now: Date,
): Promise<{ id: string; codeDigest: Buffer } | null> {
  return one(
    await tx<{ id: string; codeDigest: Buffer }[]>`
      update platform.sign_in_codes set tries = tries + 1
      where id = (select id from platform.sign_in_codes
                  where email = ${email} and used_at is null and expires_at > ${now}
                  order by created_at desc limit 1)
        and used_at is null and expires_at > ${now} and tries < ${maxTries}
      returning id, code_digest`,
  )
}

export async function useCode(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`update platform.sign_in_codes set used_at = ${now} where id = ${id}`
}

export type SignInAccount = { id: string; demonstration: boolean; hasSecondFactor: boolean }

/** The staff account of an address, unless it has ended. */
export async function findSignInAccount(tx: Transaction, email: string): Promise<SignInAccount | null> {
  return one(
    await tx<SignInAccount[]>`
      select account.id, account.demonstration,
        exists (select from platform.second_factors as factor
                where factor.account_id = account.id and factor.confirmed_at is not null) as has_second_factor
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
