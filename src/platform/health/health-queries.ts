import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { JobFigures, LetterFigure } from './stuck-rules.ts'

/** Letters that are not out of the house and done with, by state. */
export const countLetters = (db: Queryable): Promise<LetterFigure[]> =>
  db<LetterFigure[]>`
    select state, count(*)::int as count, min(created_at) as oldest from platform.mail_messages
    where state not in ('sent', 'settled') group by state order by state`

export async function countJobsAt(db: Queryable, now: Date): Promise<JobFigures> {
  const row = one(
    await db<JobFigures[]>`
      select count(*) filter (where attempts < max_attempts)::int as waiting,
             count(*) filter (where attempts < max_attempts and run_at <= ${now} and locked_at is null)::int as due,
             count(*) filter (where attempts >= max_attempts)::int as failed,
             min(run_at) filter (where attempts < max_attempts and run_at <= ${now} and locked_at is null) as oldest_due
      from graphile_worker.jobs`,
  )
  return row ?? { waiting: 0, due: 0, failed: 0, oldestDue: null }
}

export type DatabaseFigures = { bytes: number; version: string; tasksOverdue: number; toPrint: number }

export async function findDatabaseFigures(db: Queryable, now: Date): Promise<DatabaseFigures> {
  const row = one(
    await db<DatabaseFigures[]>`
      select pg_database_size(current_database())::float8 as bytes, current_setting('server_version') as version,
             (select count(*)::int from platform.deadlines
              where slot = 'task' and state = 'running' and due_at <= ${now}) as tasks_overdue,
             (select count(*)::int from platform.dispatches where state = 'to-print') as to_print`,
  )
  return row ?? { bytes: 0, version: '', tasksOverdue: 0, toPrint: 0 }
}

/** Who runs the installation. */
export type OperatorRow = { email: string; lang: 'sq' | 'en' }

export const listOperators = (db: Queryable, now: Date): Promise<OperatorRow[]> =>
  db<OperatorRow[]>`
    select distinct account.email, coalesce(choice.lang, 'sq') as lang from platform.accounts as account
    join platform.roles as role on role.account_id = account.id
    left join platform.duty_choices as choice on choice.account_id = account.id
    where role.role = 'operator' and role.institution_id is null and account.ended_at is null
      and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now})
    order by account.email limit 20`
