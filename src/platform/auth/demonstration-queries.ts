import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'

/** `institution` null: works for the whole installation. */
export type DemonstrationPerson = { id: string; name: string; post: string | null; institution: string | null }

export function listDemonstrationPeople(db: Queryable, lang: Lang): Promise<DemonstrationPerson[]> {
  return db<DemonstrationPerson[]>`
    select account.id, account.name, account.post, min(named.name) as institution
    from platform.accounts as account
    left join platform.roles as role on role.account_id = account.id and role.valid_to is null
    left join lateral (
      select name.name from platform.institution_names as name
      where name.institution_id = role.institution_id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
      order by (name.lang = ${lang}) desc, name.valid_from desc limit 1
    ) as named on true
    where account.demonstration and account.ended_at is null
    group by account.id
    order by min(named.name) collate "sq-x-icu" nulls first, account.created_at, account.name collate "sq-x-icu"
    limit 60`
}

export async function isDemonstrationPerson(db: Queryable, accountId: string): Promise<boolean> {
  const row = one(
    await db`select id from platform.accounts where id = ${accountId} and demonstration and ended_at is null`,
  )
  return row !== null
}
