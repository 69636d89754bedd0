import type { Queryable, Transaction } from '../db/database.ts'

import type { Lang } from '../i18n/language.ts'

export type OwnAccess = {
  id: string
  at: Date
  /** The post, never the person: people see which office looked, not whom to call at home. */
  post: string | null
  institution: string | null
  subject: string
  what: string
}

/** Who looked at the data of one citizen, newest first. */
export function listOwnAccesses(
  db: Queryable,
  lang: Lang,
  contactId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<OwnAccess[]> {
  return db<OwnAccess[]>`
    select access.id, access.at, account.post, access.subject, access.what,
      (select name.name from platform.institution_names as name
       where name.institution_id = access.institution_id and name.lang in (${lang}, 'sq')
         and name.valid_from <= current_date
       order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution
    from platform.accesses as access
    join platform.accounts as account on account.id = access.account_id
    where access.contact_id = ${contactId} ${before ? db`and access.id < ${before}` : db``}
    order by access.id desc
    limit ${limit}`
}

export async function wantsAccessLetters(db: Queryable, contactId: string): Promise<boolean> {
  return (await db`select from platform.access_letters where contact_id = ${contactId}`).length > 0
}

/** From now on: what was seen before is on the page. */
export async function insertAccessLetters(tx: Transaction, contactId: string, now: Date): Promise<void> {
  await tx`
    insert into platform.access_letters (contact_id, told_to, since)
    select ${contactId}, coalesce((select max(access.id) from platform.accesses as access where access.contact_id = ${contactId}), 0), ${now}::timestamptz
    on conflict (contact_id) do nothing`
}

export async function deleteAccessLetters(tx: Transaction, contactId: string): Promise<void> {
  await tx`delete from platform.access_letters where contact_id = ${contactId}`
}

/** Contacts with something to be told of, and up to which line. */
export type AccessNews = { contactId: string; email: string; lang: Lang; newest: string; count: number }

export function listAccessNews(db: Queryable, limit: number): Promise<AccessNews[]> {
  return db<AccessNews[]>`
    select letters.contact_id, contact.email, contact.lang, news.newest, news.count
    from platform.access_letters as letters
    join platform.contacts as contact on contact.id = letters.contact_id and contact.confirmed_at is not null
    join lateral (
      select max(access.id) as newest, count(*)::int as count from platform.accesses as access
      where access.contact_id = letters.contact_id and access.id > letters.told_to
    ) as news on news.count > 0
    order by letters.contact_id
    limit ${limit}`
}

/** False when another job has told it meanwhile. */
export async function setToldTo(tx: Transaction, contactId: string, newest: string): Promise<boolean> {
  const set = await tx`
    update platform.access_letters set told_to = ${newest} where contact_id = ${contactId} and told_to < ${newest}`
  return set.count === 1
}

/** The log stays, for it tells of officials; whose data it was goes. */
export async function forgetContactOfAccesses(tx: Transaction, contactId: string): Promise<number> {
  return (await tx`update platform.accesses set contact_id = null where contact_id = ${contactId}`).count
}
