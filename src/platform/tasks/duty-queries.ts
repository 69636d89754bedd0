import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'

/** Institutions that are there, with what they have set for the morning's letter. */
export type DutyInstitution = { id: string; zone: string; wanted: unknown; hour: unknown }

export function listDutyInstitutions(db: Queryable): Promise<DutyInstitution[]> {
  return db<DutyInstitution[]>`
    select institution.id, institution.zone, ${settingOf(db, 'duty-digest')} as wanted, ${settingOf(db, 'duty-digest-hour')} as hour
    from platform.institutions as institution where institution.closed_on is null order by institution.id`
}

const settingOf = (db: Queryable, key: string) => db`
  (select setting.value from platform.institution_settings as setting
   where setting.institution_id = institution.id and setting.key = ${key})`

export async function isClosedOn(db: Queryable, institutionId: string, day: string): Promise<boolean> {
  const rows = await db`
    select from platform.institution_closures
    where institution_id = ${institutionId} and removed_at is null and from_on <= ${day} and to_on >= ${day} limit 1`
  return rows.length > 0
}

export type DutyPerson = { accountId: string; name: string; email: string; lang: Lang }

/** Who works there, wants the letter and has had none today. */
export function listDutyPeople(
  db: Queryable,
  institutionId: string,
  roles: readonly string[],
  { day, now }: { day: string; now: Date },
): Promise<DutyPerson[]> {
  return db<DutyPerson[]>`
    select account.id as account_id, account.name, account.email, coalesce(choice.lang, 'sq') as lang
    from platform.accounts as account
    left join platform.duty_choices as choice on choice.account_id = account.id
    where account.ended_at is null and coalesce(choice.wanted, true)
      and exists (
        select from platform.roles as role
        where role.account_id = account.id and role.institution_id = ${institutionId} and role.body_id is null
          and role.role = any(${[...roles]}::text[])
          and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now}))
      and not exists (
        select from platform.duty_letters as letter where letter.account_id = account.id and letter.day = ${day})
    order by account.id`
}

/** The moment of the last letter; null when there never was one. */
export async function findLastDutyLetter(db: Queryable, accountId: string): Promise<Date | null> {
  const row = one(
    await db<{ at: Date | null }[]>`
      select max(sent_at) as at from platform.duty_letters where account_id = ${accountId}`,
  )
  return row?.at ?? null
}

export type Duty = {
  id: string
  title: string
  dueOn: string | null
  givenAt: Date
  /** Given to a role, and nobody has taken it. */
  toRole: boolean
  /** The day it is in the institution of the task. */
  today: string
}

/**
 * All that is open with an official, or with a role that they hold. Only of institutions in which they work: whoever has
 * left one learns no more of it by letter.
 */
export function listDuties(
  db: Queryable,
  accountId: string,
  houseRoles: readonly string[],
  now: Date,
): Promise<Duty[]> {
  return db<Duty[]>`
    select task.id, task.title, deadline.due_on, task.given_at, task.holder_id is null as to_role,
           (${now}::timestamptz at time zone institution.zone)::date as today
    from (
      select own.id from platform.tasks as own
      where own.holder_id = ${accountId} and own.state in ('open', 'taken')
        and exists (
          select from platform.roles as role
          where role.account_id = ${accountId} and role.institution_id = own.institution_id and role.body_id is null
            and role.role = any(${[...houseRoles]}::text[])
            and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now}))
      union all
      select roles.id from platform.roles as role
      join platform.tasks as roles on roles.institution_id = role.institution_id and roles.role = role.role
        and roles.holder_id is null and roles.state = 'open'
      where role.account_id = ${accountId} and role.body_id is null
        and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now})
    ) as duty
    join platform.tasks as task on task.id = duty.id
    join platform.institutions as institution on institution.id = task.institution_id
    left join platform.deadlines as deadline
      on task.dated and deadline.subject = 'tasks.task:' || task.id and deadline.slot = 'task'
    order by deadline.due_on nulls last, task.id limit 500`
}

/** False when this person has had their letter of the day. */
export async function insertDutyLetter(
  tx: Transaction,
  { accountId, institutionId, day }: { accountId: string; institutionId: string; day: string },
  at: Date,
): Promise<boolean> {
  const result = await tx`
    insert into platform.duty_letters (account_id, institution_id, day, sent_at)
    values (${accountId}, ${institutionId}, ${day}, ${at})
    on conflict (account_id, day) do nothing`
  return result.count === 1
}

/** The last one of each person stays: it says since when something is new. */
export async function deleteDutyLettersBefore(db: Queryable, day: string): Promise<number> {
  const result = await db`
    delete from platform.duty_letters as letter
    where letter.day < ${day} and exists (
      select from platform.duty_letters as later where later.account_id = letter.account_id and later.day > letter.day)`
  return result.count
}

export type DutyChoice = { wanted: boolean; lang: Lang }

export const findDutyChoice = async (db: Queryable, accountId: string): Promise<DutyChoice | null> =>
  one(await db<DutyChoice[]>`select wanted, lang from platform.duty_choices where account_id = ${accountId}`)

export async function writeDutyChoice(tx: Transaction, accountId: string, choice: DutyChoice, at: Date): Promise<void> {
  await tx`
    insert into platform.duty_choices (account_id, wanted, lang, changed_at)
    values (${accountId}, ${choice.wanted}, ${choice.lang}, ${at})
    on conflict (account_id) do update
    set wanted = excluded.wanted, lang = excluded.lang, changed_at = excluded.changed_at`
}
