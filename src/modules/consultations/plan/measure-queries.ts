import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { MeasureAbout } from './rows-rules.ts'

export type MeasureChoice = 'adopted' | 'declined'

/** A plan says one measure about one thing, and so does its monitoring, which stands in the place of the plan once it is public. */
export type EarlierMeasure = {
  planId: string
  about: MeasureAbout
  words: string
  planTitle: string
  source: 'plan' | 'monitoring'
  publishedAt: Date
  /** What was decided about it for the plan that is being written. */
  choice: MeasureChoice | null
}

const measures = (db: Queryable) => db`
  select measure.institution_id, measure.plan_id, measure.about, measure.words, plan.title as plan_title, 'plan' as source,
         plan.published_at
  from consultations.plan_measures as measure join consultations.plans as plan on plan.id = measure.plan_id
  where plan.state = 'published'
    and not exists (select from consultations.published_monitorings as monitoring where monitoring.id = plan.id)
  union all
  select monitoring.institution_id, monitoring.id, said.about, said.words, monitoring.title, 'monitoring',
         monitoring.changed_at
  from consultations.published_monitorings as monitoring
  cross join lateral (
    select key as about, value ->> 'measure' as words from jsonb_each(monitoring.content -> 'process')
    union all
    select value ->> 'key', value ->> 'measure' from jsonb_array_elements(monitoring.content -> 'indicators')
    union all
    select key, value ->> 'measure' from jsonb_each(monitoring.content -> 'findings')) as said
  where said.words is not null`

/** Improvement measures of earlier consultations of an institution, the newest first, with what was chosen for this plan. */
export const listMeasures = (
  db: Queryable,
  institutionId: string,
  { besides, limit }: { besides: string; limit: number },
): Promise<EarlierMeasure[]> => db<EarlierMeasure[]>`
  select measure.plan_id, measure.about, measure.words, measure.plan_title, measure.source, measure.published_at,
         choice.choice
  from (${measures(db)}) as measure
  left join consultations.measure_choices as choice
    on choice.plan_id = ${besides} and choice.from_plan_id = measure.plan_id and choice.about = measure.about
    and choice.digest = md5(measure.words)
  where measure.institution_id = ${institutionId} and measure.plan_id <> ${besides}
  order by measure.published_at desc, measure.plan_id, measure.about limit ${limit}`

export const findMeasure = async (
  db: Queryable,
  order: { institutionId: string; planId: string; about: MeasureAbout },
): Promise<{ about: MeasureAbout; words: string } | null> =>
  one(
    await db<{ about: MeasureAbout; words: string }[]>`
      select measure.about, measure.words from (${measures(db)}) as measure
      where measure.institution_id = ${order.institutionId} and measure.plan_id = ${order.planId}
        and measure.about = ${order.about}`,
  )

/** What is decided last stands. */
export async function keepMeasureChoice(
  tx: Transaction,
  order: {
    institutionId: string
    planId: string
    fromPlanId: string
    about: MeasureAbout
    words: string
    choice: MeasureChoice
    at: Date
    by: string | null
  },
): Promise<void> {
  await tx`
    insert into consultations.measure_choices
      (institution_id, plan_id, from_plan_id, about, words, choice, at, by_account_id)
    values
      (${order.institutionId}, ${order.planId}, ${order.fromPlanId}, ${order.about}, ${order.words}, ${order.choice},
       ${order.at}, ${order.by})
    on conflict (plan_id, from_plan_id, about, digest) do update
    set choice = excluded.choice, at = excluded.at, by_account_id = excluded.by_account_id`
}
