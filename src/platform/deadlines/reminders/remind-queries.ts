import type { CivilDate } from '#law/days.ts'
import type { Queryable, Transaction } from '../../db/database.ts'
import type { Lang } from '../../i18n/language.ts'
import { deadlineColumns } from '../deadline-queries.ts'
import type { Deadline } from '../deadline-rules.ts'

export type ReminderSteps = {
  today: CivilDate
  /** Days before the day to work to, and after the last day. */
  before: readonly number[]
  after: readonly number[]
  /** Clocks of which the letter of the morning speaks anyway. */
  without: readonly string[]
}

/**
 * What is to be told today: a step has come of which nobody has been reminded. What began today waits for tomorrow; a step
 * that fell on a day off is made up for on the next working day.
 */
export const listDueReminders = (db: Queryable, institutionId: string, steps: ReminderSteps): Promise<Deadline[]> => {
  const { today, before, after, without } = steps
  const nearest = Math.max(-1, ...before)
  return db<Deadline[]>`
    select ${deadlineColumns(db)} from platform.deadlines as deadline
    where deadline.institution_id = ${institutionId} and deadline.state = 'running'
      and deadline.work_by <= ${today}::date + ${nearest}::int and deadline.started_on < ${today}
      and deadline.slot <> all(${[...without]}::text[])
      and (
        (deadline.work_by >= ${today} and exists (
          select from unnest(${[...before]}::int[]) as step
          where deadline.work_by - step <= ${today} and step <> all(deadline.reminded)))
        or exists (
          select from unnest(${[...after]}::int[]) as step
          where deadline.due_on + step <= ${today} and -step <> all(deadline.reminded)))
    order by deadline.work_by, deadline.id limit 5000`
}

/**
 * Marks every step that has come as told, so that the one in the past is not told after it; gives the ids of those of which
 * nobody was told yet, so that of two at once one tells. Held one after the other by their ids, as every deed over many does.
 */
export async function markReminded(
  tx: Transaction,
  ids: readonly string[],
  { today, before, after }: ReminderSteps,
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    with held as materialized (
      select id, array(
        select step from unnest(${[...before]}::int[]) as step where work_by - step <= ${today}::date
        union all
        select -step from unnest(${[...after]}::int[]) as step where due_on + step <= ${today}::date) as told
      from platform.deadlines where id = any(${[...ids]}::uuid[]) and state = 'running' order by id for update)
    update platform.deadlines as deadline
    set reminded = array(select step from unnest(deadline.reminded) as step union select unnest(held.told))
    from held where held.id = deadline.id and not deadline.reminded @> held.told returning deadline.id`
  return rows.map(({ id }) => id)
}

export async function insertRemindedEvents(
  tx: Transaction,
  institutionId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await tx`
    insert into platform.deadline_events (institution_id, deadline_id, kind, at)
    select ${institutionId}, told, 'reminded', ${at} from unnest(${[...ids]}::uuid[]) as told`
}

export type Reminded = { deadlineId: string; accountId: string; name: string; email: string; lang: Lang }

/** Who works there now, and as what. */
const postsIn = (db: Queryable, institutionId: string, now: Date) => db`
  select role.account_id, role.role, role.body_id from platform.roles as role
  join platform.accounts as account on account.id = role.account_id and account.ended_at is null
  where role.institution_id = ${institutionId}
    and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now})`

/**
 * Who is told of each: its holder, and who stands in for them; where that is nobody of the house any more, the holders of
 * its role; where there is none either, the administrators.
 */
export const listReminded = (
  db: Queryable,
  institutionId: string,
  ids: readonly string[],
  now: Date,
): Promise<Reminded[]> =>
  db<Reminded[]>`
    with wanted as (
      select id, holder_id, role, body_id from platform.deadlines where id = any(${[...ids]}::uuid[])
    ), post as (
      ${postsIn(db, institutionId, now)}
    ), holder as (
      select wanted.id, wanted.holder_id as account_id from wanted
      where exists (select from post where post.account_id = wanted.holder_id)
    ), stand_in as (
      select holder.id, substitution.substitute_account_id as account_id from holder
      join platform.substitutions as substitution on substitution.absent_account_id = holder.account_id
        and substitution.institution_id = ${institutionId}
        and substitution.valid_from <= ${now} and substitution.valid_to > ${now}
    ), by_role as (
      select wanted.id, post.account_id from wanted
      join post on post.role = wanted.role and (post.body_id is null or post.body_id = wanted.body_id)
      where not exists (select from holder where holder.id = wanted.id)
    ), by_administrator as (
      select wanted.id, post.account_id from wanted
      join post on post.role = 'administrator' and post.body_id is null
      where not exists (select from holder where holder.id = wanted.id)
        and not exists (select from by_role where by_role.id = wanted.id)
    ), told as (
      select id, account_id from holder
      union select id, account_id from stand_in
      union select id, account_id from by_role
      union select id, account_id from by_administrator
    )
    select told.id as deadline_id, account.id as account_id, account.name, account.email,
           coalesce(choice.lang, 'sq') as lang
    from told join platform.accounts as account on account.id = told.account_id and account.ended_at is null
    left join platform.duty_choices as choice on choice.account_id = account.id
    order by account.id, told.id`

/** Whom the institution's letter of that morning has told already. */
export async function listToldByDutyLetter(db: Queryable, institutionId: string, day: CivilDate): Promise<string[]> {
  const rows = await db<{ accountId: string }[]>`
    select account_id from platform.duty_letters where institution_id = ${institutionId} and day = ${day}`
  return rows.map(({ accountId }) => accountId)
}
