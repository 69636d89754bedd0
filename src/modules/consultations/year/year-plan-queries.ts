import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'

export type YearPlan = {
  id: string
  institutionId: string
  institutionSlug: string
  institutionName: string
  zone: string
  year: number
  publishedAt: Date | null
  createdAt: Date
  /** How many entries, and how many of them nobody outside has seen. */
  acts: number
  drafts: number
}

const planColumns = (db: Queryable, lang: Lang) => db`
  plan.id, plan.institution_id, institution.slug as institution_slug, institution.zone, plan.year, plan.published_at,
  plan.created_at, platform.institution_name(plan.institution_id, ${lang}, current_date) as institution_name,
  (select count(*)::int from consultations.planned_acts as act where act.plan_id = plan.id) as acts,
  (select count(*)::int from consultations.planned_acts as act where act.plan_id = plan.id and act.state = 'draft') as drafts
  from consultations.year_plans as plan join platform.institutions as institution on institution.id = plan.institution_id`

/** The plans of these institutions, or of all, newest year first. */
export function listYearPlans(
  db: Queryable,
  lang: Lang,
  institutions: readonly string[] | null,
  before: { year: number; institutionId: string } | null,
  limit: number,
): Promise<YearPlan[]> {
  return db<YearPlan[]>`
    select ${planColumns(db, lang)}
    where true ${institutions ? db`and plan.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${before ? db`and (plan.year, plan.institution_id) < (${before.year}, ${before.institutionId}::uuid)` : db``}
    order by plan.year desc, plan.institution_id desc limit ${limit}`
}

export async function findYearPlan(db: Queryable, lang: Lang, id: string): Promise<YearPlan | null> {
  return one(await db<YearPlan[]>`select ${planColumns(db, lang)} where plan.id = ${id}`)
}

export async function findPlanOfYear(db: Queryable, institutionId: string, year: number): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select id from consultations.year_plans where institution_id = ${institutionId} and year = ${year}`,
  )
  return row?.id ?? null
}

/** Gives the one that stands already, where there is one. */
export async function insertYearPlan(
  tx: Transaction,
  plan: { institutionId: string; year: number; by: string | null; at: Date },
): Promise<{ id: string; isNew: boolean }> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.year_plans (institution_id, year, created_by, created_at)
      values (${plan.institutionId}, ${plan.year}, ${plan.by}, ${plan.at})
      on conflict (institution_id, year) do nothing returning id`,
  )
  if (row) return { id: row.id, isNew: true }
  return { id: (await findPlanOfYear(tx, plan.institutionId, plan.year)) ?? '', isNew: false }
}

export type HeldPlan = { id: string; institutionId: string; year: number; publishedAt: Date | null; zone: string }

/** Locked until the transaction ends: entries are numbered and added one deed after the other. */
export async function holdYearPlan(tx: Transaction, id: string): Promise<HeldPlan | null> {
  return one(
    await tx<HeldPlan[]>`
      select plan.id, plan.institution_id, plan.year, plan.published_at, institution.zone
      from consultations.year_plans as plan join platform.institutions as institution on institution.id = plan.institution_id
      where plan.id = ${id} for update of plan`,
  )
}

export async function markPlanPublished(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update consultations.year_plans set published_at = ${at} where id = ${id} and published_at is null`
}
