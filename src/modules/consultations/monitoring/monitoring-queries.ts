import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'
import type { MonitoringContent, Stage, Written } from './monitoring-rules.ts'

/** The monitoring as its institution works on it. */
export type OwnMonitoring = {
  planId: string
  institutionId: string
  consultationId: string
  state: 'draft' | 'published' | 'taken-down'
  written: unknown
  revision: number
  writtenAt: Date
  writtenBy: string | null
  version: number
  publishedAt: Date | null
}

const own = (db: Queryable) => db`
  monitoring.plan_id, monitoring.institution_id, monitoring.consultation_id, monitoring.state, monitoring.written,
  monitoring.revision, monitoring.written_at,
  (select account.name from platform.accounts as account where account.id = monitoring.written_by) as written_by,
  monitoring.version, monitoring.published_at`

export const findMonitoring = async (db: Queryable, planId: string): Promise<OwnMonitoring | null> =>
  one(
    await db<OwnMonitoring[]>`
      select ${own(db)} from consultations.monitorings as monitoring where monitoring.plan_id = ${planId}`,
  )

export const holdMonitoring = async (tx: Transaction, planId: string): Promise<OwnMonitoring | null> =>
  one(
    await tx<OwnMonitoring[]>`
      select ${own(tx)} from consultations.monitorings as monitoring where monitoring.plan_id = ${planId} for update`,
  )

type NewWords = { planId: string; written: Written; at: Date; by: string | null }

export async function insertMonitoring(
  tx: Transaction,
  order: NewWords & { institutionId: string; consultationId: string },
): Promise<void> {
  await tx`
    insert into consultations.monitorings
      (plan_id, institution_id, consultation_id, written, written_at, written_by, changed_at)
    values
      (${order.planId}, ${order.institutionId}, ${order.consultationId}, ${tx.json(order.written)}, ${order.at}, ${order.by},
       ${order.at})`
}

/** The row is held. Gives the revision. */
export async function updateWritten(tx: Transaction, order: NewWords): Promise<number> {
  const [row] = await tx<{ revision: number }[]>`
    update consultations.monitorings
    set written = ${tx.json(order.written)}, revision = revision + 1, written_at = ${order.at}, written_by = ${order.by}
    where plan_id = ${order.planId} returning revision`
  return row?.revision ?? 1
}

export type NewVersion = {
  institutionId: string
  planId: string
  consultationId: string
  n: number
  stage: Stage
  title: string
  content: MonitoringContent
  at: Date
  by: string | null
  reason: string | null
}

export async function insertMonitoringVersion(tx: Transaction, version: NewVersion): Promise<void> {
  await tx`
    insert into consultations.monitoring_versions
      (institution_id, plan_id, n, stage, title, content, published_at, published_by, reason)
    values
      (${version.institutionId}, ${version.planId}, ${version.n}, ${version.stage}, ${version.title},
       ${tx.json(version.content)}, ${version.at}, ${version.by}, ${version.reason})`
  await tx`
    update consultations.monitorings
    set state = 'published', version = ${version.n}, published_at = coalesce(published_at, ${version.at}),
        changed_at = ${version.at}, consultation_id = ${version.consultationId}
    where plan_id = ${version.planId}`
}

export type IndicatorValue = {
  key: string
  achieved: number | null
  reason: string | null
  adequate: boolean | null
  improvement: string | null
}

/** Beside what the plan foresaw: what everybody reads with the plan itself. */
export async function setAchieved(tx: Transaction, planId: string, values: readonly IndicatorValue[]): Promise<void> {
  for (const { key, achieved, reason, adequate, improvement } of values)
    await tx`
      update consultations.plan_indicators
      set achieved_number = ${achieved}, achieved_reason = ${reason}, adequate = ${adequate}, improvement = ${improvement}
      where plan_id = ${planId} and key = ${key}`
}

export async function clearAchieved(tx: Transaction, planId: string): Promise<void> {
  await tx`
    update consultations.plan_indicators
    set achieved_number = null, achieved_words = null, achieved_reason = null, adequate = null, improvement = null
    where plan_id = ${planId}`
}

export async function setMonitoringState(
  tx: Transaction,
  planId: string,
  state: 'published' | 'taken-down',
  at: Date,
): Promise<void> {
  await tx`update consultations.monitorings set state = ${state}, changed_at = ${at} where plan_id = ${planId}`
}

export type PublishedMonitoring = {
  id: string
  institutionId: string
  institutionSlug: string
  zone: string
  consultationId: string
  title: string
  stage: Stage
  version: number
  newest: number
  content: unknown
  reason: string | null
  versionAt: Date
  publishedAt: Date
}

/** A version that everybody may read; without a number the newest. */
export const findPublishedMonitoring = async (
  db: Queryable,
  planId: string,
  n: number | null,
): Promise<PublishedMonitoring | null> =>
  one(
    await db<PublishedMonitoring[]>`
      select monitoring.id, monitoring.institution_id, institution.slug as institution_slug, institution.zone,
             monitoring.consultation_id, said.title, said.stage, said.n as version, monitoring.version as newest,
             said.content, said.reason, said.published_at as version_at, monitoring.published_at
      from consultations.published_monitorings as monitoring
      join platform.institutions as institution on institution.id = monitoring.institution_id
      join consultations.monitoring_versions as said on said.plan_id = monitoring.id
      where monitoring.id = ${planId} and said.n = ${n ?? db`monitoring.version`}`,
  )

export type MonitoringVersion = { n: number; stage: Stage; publishedAt: Date; reason: string | null }

export const listMonitoringVersions = (db: Queryable, planId: string): Promise<MonitoringVersion[]> =>
  db<MonitoringVersion[]>`
    select n, stage, published_at, reason from consultations.monitoring_versions where plan_id = ${planId} order by n desc`

/** Where the published monitoring of a consultation stands; null: there is none. */
export const findMonitoringOf = async (
  db: Queryable,
  consultationId: string,
): Promise<{ planId: string; stage: Stage } | null> =>
  one(
    await db<{ planId: string; stage: Stage }[]>`
      select id as plan_id, stage from consultations.published_monitorings
      where consultation_id = ${consultationId} order by published_at limit 1`,
  )

export const findMonitoringOfPlan = async (db: Queryable, planId: string): Promise<{ stage: Stage } | null> =>
  one(await db<{ stage: Stage }[]>`select stage from consultations.published_monitorings where id = ${planId}`)

export type MonitoredRow = {
  planId: string
  title: string
  institutionName: string
  consultationTitle: string
  zone: string
  stage: Stage
  publishedAt: Date
  content: unknown
}

/** Of the institutions, or of all: the newest version of each, in a year or in any. */
export const listMonitored = (
  db: Queryable,
  lang: Lang,
  wish: { institutions: readonly string[] | null; year: number | null; limit: number },
): Promise<MonitoredRow[]> => db<MonitoredRow[]>`
  select one.id as plan_id, one.title, consultation.title as consultation_title, institution.zone, one.stage, one.published_at,
         one.content, platform.institution_name(one.institution_id, ${lang}, current_date) as institution_name
  from consultations.published_monitorings as one
  join platform.institutions as institution on institution.id = one.institution_id
  join consultations.consultations as consultation on consultation.id = one.consultation_id
  where true
    ${wish.institutions === null ? db`` : db`and one.institution_id = any(${wish.institutions as string[]}::uuid[])`}
    ${wish.year === null ? db`` : db`and extract(year from one.published_at at time zone institution.zone) = ${wish.year}`}
  order by one.published_at desc, one.id desc limit ${wish.limit}`

export const listMonitoredYears = async (db: Queryable, institutions: readonly string[] | null): Promise<number[]> => {
  const rows = await db<{ year: number }[]>`
    select distinct extract(year from one.published_at at time zone institution.zone)::int as year
    from consultations.published_monitorings as one
    join platform.institutions as institution on institution.id = one.institution_id
    ${institutions === null ? db`` : db`where one.institution_id = any(${institutions as string[]}::uuid[])`}
    order by year desc`
  return rows.map(({ year }) => year)
}

const records = (db: Queryable) => db`
  select one.id, one.institution_id, institution.slug as institution, to_jsonb(public) as record
  from consultations.recorded_monitorings as one
  join platform.institutions as institution on institution.id = one.institution_id
  cross join lateral (
    select one.institution_id, one.kind, one.lang, one.title, one.published_at, one.changed_at, one.state,
           one.consultation_id, one.version, one.stage, one.reason, one.content,
           (select coalesce(jsonb_agg(jsonb_build_object('n', said.n, 'stage', said.stage, 'published_at', said.published_at,
                     'reason', said.reason, 'digest', encode(sha256(convert_to(said.content::text, 'UTF8')), 'hex'))
                     order by said.n), '[]')
            from consultations.monitoring_versions as said where said.plan_id = one.id) as versions) as public`

export const findMonitoringRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'one.id', ids)}`

export const listMonitoringRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)}
    ${after === null ? db`` : db`where one.id > ${after}`}
    order by one.id limit ${limit}`

export type MonitoringSubject = {
  id: string
  institutionId: string
  title: string
  lang: Lang
  public: boolean
}

export const listMonitoringSubjects = (db: Queryable, ids: readonly string[]): Promise<MonitoringSubject[]> =>
  db<MonitoringSubject[]>`
    select monitoring.plan_id as id, monitoring.institution_id, monitoring.lang, plan.title,
           exists (select from consultations.published_monitorings as one where one.id = monitoring.plan_id) as public
    from consultations.monitorings as monitoring join consultations.plans as plan on plan.id = monitoring.plan_id
    where monitoring.plan_id = any(${ids as string[]}::uuid[])`
