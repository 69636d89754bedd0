import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { FieldChange } from '../history/change-rules.ts'
import type { Lang } from '../i18n/language.ts'
import type { Jurisdiction } from '../institutions/institution-rules.ts'
import { likePattern } from '../lists/like-pattern-rules.ts'
import type { Role } from './visitor.ts'

export type PeopleState = 'current' | 'invited' | 'ended' | 'all'

export type PeopleFilter = {
  /** Null: everybody, also those without a role. */
  institutions: readonly string[] | null
  words: string
  role: Role | null
  state: PeopleState
  /** The last person of the page before. */
  after: string | null
  now: Date
  limit: number
}

export type ListedPerson = {
  id: string
  name: string
  post: string | null
  endedAt: Date | null
  invitedUntil: Date | null
  hasFactor: boolean
  lastSeenAt: Date | null
  roles: { role: Role; institutionId: string | null }[]
  absent: boolean
}

/** Whoever holds, held or was promised a role there, or was invited there. */
const belongs = (db: Queryable, ids: readonly string[]) => db`
  (exists (select from platform.roles as role
           where role.account_id = account.id and role.institution_id = any(${ids as string[]}::uuid[]))
   or exists (select from platform.invitations as invitation where invitation.account_id = account.id
              and invitation.institution_id = any(${ids as string[]}::uuid[])))`

const current = (db: Queryable, now: Date, ids: readonly string[] | null) => db`
  role.account_id = account.id and (role.valid_to is null or role.valid_to > ${now})
  ${ids ? db`and role.institution_id = any(${ids as string[]}::uuid[])` : db``}`

const hasFactor = (db: Queryable) => db`
  (exists (select from platform.second_factors as factor
           where factor.account_id = account.id and factor.confirmed_at is not null)
   or exists (select from platform.passkeys as passkey where passkey.account_id = account.id))`

const lastSeen = (db: Queryable) => db`
  (select max(session.last_seen_at) from platform.sessions as session where session.account_id = account.id)`

function inState(db: Queryable, { state, institutions, now }: PeopleFilter) {
  switch (state) {
    case 'current':
      return institutions
        ? db`and account.ended_at is null and exists (select from platform.roles as role where ${current(db, now, institutions)})`
        : db`and account.ended_at is null`
    case 'invited':
      return db`and account.ended_at is null and account.invited_until is not null`
    case 'ended':
      return institutions
        ? db`and not exists (select from platform.roles as role where ${current(db, now, institutions)})
             and account.invited_until is null`
        : db`and account.ended_at is not null`
    case 'all':
      return db``
  }
}

/** By name in Albanian order, by key. */
export function listPeople(db: Queryable, filter: PeopleFilter): Promise<ListedPerson[]> {
  const { institutions, words, role, after, now, limit } = filter
  const pattern = likePattern(words)
  return db<ListedPerson[]>`
    select account.id, account.name, account.post, account.ended_at, account.invited_until,
      ${hasFactor(db)} as has_factor, ${lastSeen(db)} as last_seen_at,
      coalesce((select json_agg(json_build_object('role', role.role, 'institutionId', role.institution_id)
                                order by role.role, role.institution_id)
                from platform.roles as role where ${current(db, now, institutions)}), '[]') as roles,
      exists (select from platform.substitutions as away where away.absent_account_id = account.id
              and away.valid_from <= ${now} and away.valid_to > ${now}) as absent
    from platform.accounts as account
    where true
      ${institutions ? db`and ${belongs(db, institutions)}` : db``}
      ${inState(db, filter)}
      ${role ? db`and exists (select from platform.roles as role where ${current(db, now, institutions)} and role.role = ${role})` : db``}
      ${words ? db`and (platform.plain(account.name) like ${pattern} or platform.plain(account.post) like ${pattern} or account.email like ${pattern})` : db``}
      ${after ? db`and (account.name collate "sq-x-icu", account.id) > (select last.name collate "sq-x-icu", last.id from platform.accounts as last where last.id = ${after})` : db``}
    order by account.name collate "sq-x-icu", account.id
    limit ${limit}`
}

export type Person = {
  id: string
  name: string
  email: string
  post: string | null
  createdAt: Date
  endedAt: Date | null
  invitedUntil: Date | null
  hasFactor: boolean
  lastSeenAt: Date | null
}

/** Null when there is no such person, or none of these institutions has ever known them. */
export async function findPerson(
  db: Queryable,
  id: string,
  institutions: readonly string[] | null,
): Promise<Person | null> {
  return one(
    await db<Person[]>`
      select account.id, account.name, account.email, account.post, account.created_at, account.ended_at,
        account.invited_until, ${hasFactor(db)} as has_factor, ${lastSeen(db)} as last_seen_at
      from platform.accounts as account
      where account.id = ${id} ${institutions ? db`and ${belongs(db, institutions)}` : db``}`,
  )
}

export type RoleInTime = {
  id: string
  role: Role
  institutionId: string | null
  institution: string | null
  jurisdiction: Jurisdiction | null
  zone: string | null
  bodyId: string | null
  body: string | null
  validFrom: Date
  validTo: Date | null
}

/** What somebody held, holds and will hold, newest first. */
export function listRolesInTime(db: Queryable, lang: Lang, accountId: string): Promise<RoleInTime[]> {
  return db<RoleInTime[]>`
    select role.id, role.role, role.institution_id, institution.jurisdiction, institution.zone, role.body_id,
      body.name as body, role.valid_from, role.valid_to,
      (select name.name from platform.institution_names as name
       where name.institution_id = role.institution_id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
       order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution
    from platform.roles as role
    left join platform.institutions as institution on institution.id = role.institution_id
    left join platform.bodies as body on body.id = role.body_id
    where role.account_id = ${accountId}
    order by (role.valid_to is not null), role.valid_from desc, role.role, role.id
    limit 200`
}

export type PersonChange = {
  id: string
  at: Date
  kind: string
  byKind: 'official' | 'citizen' | 'program' | 'command-line'
  by: string | null
  /** Whom that official stood in for at that moment, there. */
  insteadOf: string | null
  reason: string | null
  fields: FieldChange[]
}

/** The history of an account. `institutions` null: all of it; otherwise what concerns these, and the account itself. */
export function listPersonChanges(
  db: Queryable,
  accountId: string,
  institutions: readonly string[] | null,
  limit = 50,
): Promise<PersonChange[]> {
  return db<PersonChange[]>`
    select change.id, change.at, change.kind, change.by_kind, account.name as by, change.reason, change.fields,
      (select absent.name from platform.substitutions as away
       join platform.accounts as absent on absent.id = away.absent_account_id
       where away.substitute_account_id = change.by_account_id and away.institution_id = change.institution_id
         and away.valid_from <= change.at and away.valid_to > change.at limit 1) as instead_of
    from platform.changes as change
    left join platform.accounts as account on account.id = change.by_account_id
    where change.subject = ${`people.account:${accountId}`}
      ${institutions ? db`and (change.institution_id is null or change.institution_id = any(${institutions as string[]}::uuid[]))` : db``}
    order by change.id desc
    limit ${limit}`
}

export type PersonSubject = { id: string; name: string; institutionId: string }

/** Accounts as records of an institution: the one in which they have held a role longest. */
export function listPersonSubjects(db: Queryable, ids: readonly string[]): Promise<PersonSubject[]> {
  return db<PersonSubject[]>`
    select account.id, account.name, place.institution_id from platform.accounts as account
    join lateral (
      select role.institution_id from platform.roles as role
      where role.account_id = account.id and role.institution_id is not null
      order by (role.valid_to is not null), role.valid_from limit 1
    ) as place on true
    where account.id = any(${ids as string[]}::uuid[])`
}
