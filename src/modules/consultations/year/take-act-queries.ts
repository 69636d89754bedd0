import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

export type TablePlan = { id: string; institutionId: string; year: number; nameSq: string; nameEn: string }

/** Plans that take tables, newest year first. */
export function listYearPlansForTables(db: Queryable, institutions: readonly string[] | null): Promise<TablePlan[]> {
  return db<TablePlan[]>`
    select id, institution_id, year, platform.institution_name(institution_id, 'sq', current_date) as name_sq,
           platform.institution_name(institution_id, 'en', current_date) as name_en
    from consultations.year_plans
    where true ${institutions ? db`and institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by year desc, institution_id limit 1000`
}

export async function listTitles(db: Queryable, planId: string): Promise<string[]> {
  const rows = await db<{ title: string }[]>`
    select title from consultations.planned_acts where plan_id = ${planId} limit 10000`
  return rows.map(({ title }) => title)
}

export async function deleteImported(
  tx: Transaction,
  planId: string,
  importId: string,
): Promise<{ removed: number; kept: number }> {
  const removed = await tx`
    delete from consultations.planned_acts
    where plan_id = ${planId} and import_id = ${importId} and state = 'draft' and version = 1`
  const kept = one(
    await tx<{ kept: number }[]>`
      select count(*)::int as kept from consultations.planned_acts where plan_id = ${planId} and import_id = ${importId}`,
  )
  return { removed: removed.count, kept: kept?.kept ?? 0 }
}
