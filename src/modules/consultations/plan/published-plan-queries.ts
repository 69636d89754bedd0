import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'
import type { ActKind } from '../consultation-rules.ts'

export type PublishedPlan = {
  id: string
  institutionId: string
  institutionSlug: string
  zone: string
  title: string
  titleEn: string | null
  actKind: ActKind
  version: number
  newest: number
  content: unknown
  reason: string | null
  /** When this version was published, and when the first one was. */
  versionAt: Date
  publishedAt: Date
}

/** A version that everybody may read; without a number the newest. */
export const findPublishedPlan = async (db: Queryable, id: string, n: number | null): Promise<PublishedPlan | null> =>
  one(
    await db<PublishedPlan[]>`
      select plan.id, plan.institution_id, plan.institution_slug, plan.zone, version.title, version.title_en, version.act_kind,
             version.n as version, plan.version as newest, version.content, version.reason,
             version.published_at as version_at, plan.published_at
      from consultations.published_plans as plan
      join consultations.plan_versions as version on version.plan_id = plan.id
      where plan.id = ${id} and version.n = ${n ?? db`plan.version`}`,
  )

export type PlanVersion = { n: number; publishedAt: Date; reason: string | null }

export const listPlanVersions = (db: Queryable, planId: string): Promise<PlanVersion[]> => db<PlanVersion[]>`
  select n, published_at, reason from consultations.plan_versions where plan_id = ${planId} order by n desc`

/** The published plan of a public consultation, by the word of its address. */
export const findPlanAt = async (db: Queryable, slug: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select plan.id
      from consultations.published_consultations as consultation
      join platform.links as link on link.to_ref = consultation.subject and link.kind = 'plan-of' and link.ended_at is null
      join consultations.published_plans as plan on plan.subject = link.from_ref
      where consultation.slug = ${slug} order by link.at, link.id limit 1`,
  )?.id ?? null

export type AchievedValue = {
  key: string
  achievedNumber: number | null
  achievedWords: string | null
  /** Where a person put the counted figure right. */
  achievedReason: string | null
  adequate: boolean | null
}

/** What was reached so far, of the indicators that have a figure. */
export const listAchieved = (db: Queryable, planId: string): Promise<AchievedValue[]> => db<AchievedValue[]>`
  select key, achieved_number, achieved_words, achieved_reason, adequate from consultations.plan_indicators
  where plan_id = ${planId} and (achieved_number is not null or achieved_words is not null or adequate is not null)
  order by key`

/** All that everybody may read of a plan; earlier versions are vouched for by the entries that published them. */
const records = (db: Queryable) => db`
  select plan.id, plan.institution_id, plan.institution_slug as institution, to_jsonb(public) as record
  from consultations.published_plans as plan
  cross join lateral (
    select plan.institution_id, plan.kind, plan.lang, plan.title, plan.body, plan.published_at, plan.changed_at, plan.state,
           plan.topics, plan.places, plan.title_en, plan.act_kind, plan.version, plan.reason, plan.content,
           platform.links_record(plan.subject) as links,
           (select coalesce(jsonb_agg(jsonb_build_object('n', version.n, 'published_at', version.published_at,
                     'reason', version.reason,
                     'digest', encode(sha256(convert_to(version.content::text, 'UTF8')), 'hex')) order by version.n), '[]')
            from consultations.plan_versions as version where version.plan_id = plan.id) as versions,
           (select coalesce(jsonb_agg(jsonb_build_object('name', audience.name, 'type', audience.type,
                     'categories', audience.categories, 'methods', audience.methods, 'channels', audience.channels)
                     order by audience.ordinal), '[]')
            from consultations.plan_audiences as audience where audience.plan_id = plan.id) as audiences,
           (select coalesce(jsonb_agg(jsonb_build_object('audience', activity.audience, 'kind', activity.kind,
                     'words', activity.words, 'planned_count', activity.planned_count, 'held', activity.held,
                     'from', activity.from_day, 'to', activity.to_day) order by activity.ordinal), '[]')
            from consultations.plan_activities as activity where activity.plan_id = plan.id) as activities,
           (select coalesce(jsonb_agg(jsonb_build_object('key', indicator.key, 'name', indicator.name,
                     'selected', indicator.selected, 'planned_words', indicator.planned_words,
                     'planned_number', indicator.planned_number, 'achieved_number', indicator.achieved_number,
                     'achieved_words', indicator.achieved_words, 'achieved_reason', indicator.achieved_reason,
                     'adequate', indicator.adequate, 'improvement', indicator.improvement)
                     order by indicator.key collate "C"), '[]')
            from consultations.plan_indicators as indicator where indicator.plan_id = plan.id) as indicators,
           (select coalesce(jsonb_agg(jsonb_build_object('about', measure.about, 'words', measure.words)
                     order by measure.ordinal), '[]')
            from consultations.plan_measures as measure where measure.plan_id = plan.id) as measures) as public`

export const findPlanRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'plan.id', ids)}`

export const listPlanRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)}
    ${after === null ? db`` : db`where plan.id > ${after}`}
    order by plan.id limit ${limit}`

export type FoundPlan = {
  id: string
  institutionId: string
  lang: 'sq' | 'en'
  title: string
  titleEn: string | null
  content: unknown
  publishedAt: Date
  changedAt: Date
  day: string
  topics: string[]
  places: string[]
}

export const listFoundPlans = (db: Queryable, ids: readonly string[]): Promise<FoundPlan[]> => db<FoundPlan[]>`
  select plan.id, plan.institution_id, plan.lang, plan.title, plan.title_en, plan.content, plan.published_at, plan.changed_at,
         (plan.published_at at time zone plan.zone)::date::text as day, plan.topics, plan.places
  from consultations.published_plans as plan where ${amongIds(db, 'plan.id', ids)}`

export const listPublicPlanIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from consultations.plans
    where state = 'published' ${after === null ? db`` : db`and id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}
