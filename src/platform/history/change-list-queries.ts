import type { Role } from '../auth/visitor.ts'
import type { Queryable } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { FieldChange } from './change-rules.ts'

export type ListedChange = {
  /** Grows with time: a list is paged by it. */
  id: string
  institutionId: string | null
  institution: string | null
  zone: string
  subject: string
  kind: string
  byKind: 'official' | 'citizen' | 'program' | 'command-line'
  byAccountId: string | null
  byName: string | null
  byPost: string | null
  /** The roles that the official held there at that moment. */
  byRoles: readonly Role[]
  at: Date
  reason: string | null
  fields: readonly FieldChange[]
}

export type ChangeFilter = {
  /** One record; null: the log. */
  subject: string | null
  /** Null: everywhere, and what concerns the installation. */
  institutions: readonly string[] | null
  /** With `institutions`: also what belongs to none, such as a new name of an account. */
  withUnplaced?: boolean
  /** Who did it. */
  accountId: string | null
  /** The first part of references: `consultations.comment`. */
  recordKind: string | null
  from: Date | null
  to: Date | null
  beforeId: string | null
  limit: number
}

/** Newest first. */
export function listChanges(db: Queryable, lang: Lang, filter: ChangeFilter): Promise<ListedChange[]> {
  const { subject, institutions, accountId, recordKind, from, to, beforeId } = filter
  return db<ListedChange[]>`
    select change.id, change.institution_id, change.subject, change.kind, change.by_kind, change.by_account_id,
           account.name as by_name, account.post as by_post, change.at, change.reason, change.fields,
           coalesce(institution.zone, 'Europe/Tirane') as zone,
           (select name.name from platform.institution_names as name
            where name.institution_id = change.institution_id and name.lang in (${lang}, 'sq')
            order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution,
           coalesce((select array_agg(distinct role.role order by role.role) from platform.roles as role
            where role.account_id = change.by_account_id and role.valid_from <= change.at
              and (role.valid_to is null or role.valid_to > change.at)
              and (role.institution_id is null or role.institution_id = change.institution_id)), '{}') as by_roles
    from platform.changes as change
    left join platform.accounts as account on account.id = change.by_account_id
    left join platform.institutions as institution on institution.id = change.institution_id
    where true
      ${subject ? db`and change.subject = ${subject}` : db``}
      ${institutions ? db`and (${inInstitutions(db, institutions)} ${filter.withUnplaced ? db`or change.institution_id is null` : db``})` : db``}
      ${accountId ? db`and change.by_account_id = ${accountId}` : db``}
      ${recordKind ? db`and split_part(change.subject, ':', 1) = ${recordKind}` : db``}
      ${from ? db`and change.at >= ${from}` : db``}
      ${to ? db`and change.at < ${to}` : db``}
      ${beforeId ? db`and change.id < ${beforeId}` : db``}
    order by change.id desc
    limit ${filter.limit}`
}

/** One institution is most officials' case, and then the index gives the order too. */
const inInstitutions = (db: Queryable, ids: readonly string[]) =>
  ids.length === 1
    ? db`change.institution_id = ${ids[0] ?? ''}`
    : db`change.institution_id = any(${ids as string[]}::uuid[])`

/** The institutions in which a record has a history: of one that is gone, all that is known of whose it was. */
export async function institutionsOfSubject(db: Queryable, subject: string): Promise<(string | null)[]> {
  const rows = await db<{ institutionId: string | null }[]>`
    select distinct institution_id from platform.changes where subject = ${subject}`
  return rows.map((row) => row.institutionId)
}

export type Changer = { id: string; name: string }

/** For the filter: who holds or held a role there. */
export function listChangers(db: Queryable, institutions: readonly string[] | null): Promise<Changer[]> {
  return db<Changer[]>`
    select account.id, account.name from platform.accounts as account
    where ${
      institutions
        ? db`exists (select from platform.roles as role where role.account_id = account.id
      and role.institution_id = any(${institutions as string[]}::uuid[]))`
        : db`true`
    }
    order by account.name collate "sq-x-icu", account.id limit 500`
}
