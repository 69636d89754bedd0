import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Jurisdiction } from '../institutions/institution-rules.ts'
import { likePattern } from '../lists/like-pattern-rules.ts'
import type { SecurityEventKind } from './security-event-rules.ts'

/** A day as two instants, the end exclusive. */
export type Span = { from: Date; to: Date }

export type SecurityFilter = {
  institutions: readonly string[] | null
  words: string
  kind: SecurityEventKind | null
  span: Span | null
  /** Number of the last event of the page before. */
  before: string | null
  limit: number
}

export type OfficeSecurityEvent = {
  id: string
  at: Date
  kind: SecurityEventKind
  details: string
  accountId: string | null
  person: string | null
  by: string | null
  insteadOf: string | null
  institution: string | null
  jurisdiction: Jurisdiction | null
}

const nameOf = (db: Queryable, lang: Lang) => db`
  (select name.name from platform.institution_names as name
   where name.institution_id = institution.id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1)`

/**
 * Of these institutions: what concerns them, and what people who hold a role there did with their own accounts. What
 * happened to them in another institution stays there.
 */
const inReach = (db: Queryable, ids: readonly string[]) => db`
  and (event.institution_id = any(${ids as string[]}::uuid[])
       or (event.institution_id is null and event.account_id = any(array(
             select role.account_id from platform.roles as role where role.institution_id = any(${ids as string[]}::uuid[])))))`

export function listOfficeSecurityEvents(
  db: Queryable,
  lang: Lang,
  { institutions, words, kind, span, before, limit }: SecurityFilter,
): Promise<OfficeSecurityEvent[]> {
  const pattern = likePattern(words)
  return db<OfficeSecurityEvent[]>`
    select event.id, event.at, event.kind, event.details, event.account_id, account.name as person,
      by_account.name as by, for_account.name as instead_of, institution.jurisdiction, ${nameOf(db, lang)} as institution
    from platform.security_events as event
    left join platform.accounts as account on account.id = event.account_id
    left join platform.accounts as by_account on by_account.id = event.by_account_id
    left join platform.accounts as for_account on for_account.id = event.for_account_id
    left join platform.institutions as institution on institution.id = event.institution_id
    where true
      ${institutions ? inReach(db, institutions) : db``}
      ${kind ? db`and event.kind = ${kind}` : db``}
      ${span ? db`and event.at >= ${span.from} and event.at < ${span.to}` : db``}
      ${
        words
          ? db`and event.account_id in (select found.id from platform.accounts as found
                 where platform.plain(found.name) like ${pattern} or found.email like ${pattern})`
          : db``
      }
      ${before ? db`and event.id < ${before}` : db``}
    order by event.id desc
    limit ${limit}`
}

export type AccessFilter = {
  institutions: readonly string[] | null
  words: string
  subject: string
  span: Span | null
  before: string | null
  limit: number
}

export type OfficeAccess = {
  id: string
  at: Date
  accountId: string
  official: string
  post: string | null
  institution: string | null
  zone: string
  subject: string
  what: string
}

/** Which officials saw what of private persons, newest first. Whose data it was is not told here. */
export function listOfficeAccesses(
  db: Queryable,
  lang: Lang,
  { institutions, words, subject, span, before, limit }: AccessFilter,
): Promise<OfficeAccess[]> {
  const pattern = likePattern(words)
  return db<OfficeAccess[]>`
    select access.id, access.at, access.account_id, account.name as official, account.post,
      ${nameOf(db, lang)} as institution, institution.zone, access.subject, access.what
    from platform.accesses as access
    join platform.accounts as account on account.id = access.account_id
    join platform.institutions as institution on institution.id = access.institution_id
    where true
      ${institutions ? db`and access.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${subject ? db`and access.subject = ${subject}` : db``}
      ${span ? db`and access.at >= ${span.from} and access.at < ${span.to}` : db``}
      ${words ? db`and platform.plain(account.name) like ${pattern}` : db``}
      ${before ? db`and access.id < ${before}` : db``}
    order by access.id desc
    limit ${limit}`
}

/** How many months an institution keeps its access log; null: it has set no term. */
export async function findAccessTerm(db: Queryable, institutionId: string): Promise<number | null> {
  const row = one(
    await db<{ months: number }[]>`
      select (value #>> '{}')::int as months from platform.institution_settings
      where institution_id = ${institutionId} and key = 'access-log-months' and jsonb_typeof(value) = 'number'`,
  )
  return row?.months ?? null
}

export async function countAccessesDue(db: Queryable, now: Date): Promise<number> {
  const row = one(await db<{ count: number }[]>`select count(*)::int as count from ${due(db, now)}`)
  return row?.count ?? 0
}

const due = (db: Queryable, now: Date) => db`
  platform.accesses as access
  join platform.institution_settings as setting on setting.institution_id = access.institution_id
    and setting.key = 'access-log-months' and jsonb_typeof(setting.value) = 'number'
    and access.at < ${now}::timestamptz - make_interval(months => (setting.value #>> '{}')::int)`

/** Some thousands at a time, so that the nightly job holds no lock for long. */
export async function deleteAccessesDue(db: Queryable, now: Date): Promise<number> {
  const gone = await db`
    delete from platform.accesses where id in (select access.id from ${due(db, now)} order by access.id limit 5000)`
  return gone.count
}

/** Null: kept until the institution sets a term. */
export async function setAccessTerm(
  tx: Transaction,
  institutionId: string,
  months: number | null,
  now: Date,
): Promise<void> {
  if (months === null) {
    await tx`
      delete from platform.institution_settings where institution_id = ${institutionId} and key = 'access-log-months'`
    return
  }
  await tx`
    insert into platform.institution_settings (institution_id, key, value, set_at)
    values (${institutionId}, 'access-log-months', ${tx.json(months)}, ${now})
    on conflict (institution_id, key) do update set value = excluded.value, set_at = excluded.set_at`
}
