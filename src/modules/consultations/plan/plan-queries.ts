import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { ActKind } from '../consultation-rules.ts'
import type { PlanContent, Section, SectionContent } from './content-rules.ts'
import type { PlanRows } from './rows-rules.ts'

export type PlanState = 'draft' | 'published' | 'taken-down'

export type OfficePlan = {
  id: string
  institutionId: string
  institutionName: string
  zone: string
  title: string
  state: PlanState
  /** 0: nothing of it is public. */
  version: number
  publishedAt: Date | null
  changedAt: Date
  copiedFromId: string | null
}

/** The name that the institution has now. */
const nameOf = (db: Queryable, lang: Lang) => db`
  (select name.name from platform.institution_names as name
   where name.institution_id = plan.institution_id and name.lang in (${lang}, 'sq')
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1)`

const columns = (db: Queryable, lang: Lang) => db`
  plan.id, plan.institution_id, ${nameOf(db, lang)} as institution_name, institution.zone, plan.title, plan.state, plan.version,
  plan.published_at, plan.changed_at, plan.copied_from_id`

export type PlanWish = {
  /** Null: of all. */
  institutions: readonly string[] | null
  /** A pattern for LIKE; empty: any. */
  words: string
  state: PlanState | null
  before: ListKey | null
  limit: number
}

/** The office's list, what changed last first. */
export const listPlans = (db: Queryable, lang: Lang, wish: PlanWish): Promise<OfficePlan[]> => db<OfficePlan[]>`
  select ${columns(db, lang)}
  from consultations.plans as plan join platform.institutions as institution on institution.id = plan.institution_id
  where true
    ${wish.institutions === null ? db`` : db`and plan.institution_id = any(${wish.institutions as string[]}::uuid[])`}
    ${wish.words === '' ? db`` : db`and plan.title ilike ${wish.words}`}
    ${wish.state === null ? db`` : db`and plan.state = ${wish.state}`}
    ${wish.before === null ? db`` : db`and (plan.changed_at, plan.id) < (${wish.before.at}, ${wish.before.id})`}
  order by plan.changed_at desc, plan.id desc limit ${wish.limit}`

export const findPlan = async (db: Queryable, lang: Lang, id: string): Promise<OfficePlan | null> =>
  one(
    await db<OfficePlan[]>`
      select ${columns(db, lang)}
      from consultations.plans as plan join platform.institutions as institution on institution.id = plan.institution_id
      where plan.id = ${id}`,
  )

export type HeldPlan = Pick<OfficePlan, 'id' | 'institutionId' | 'title' | 'state' | 'version' | 'publishedAt'>

/** Nobody else changes it before the deed ends. */
export const holdPlan = async (tx: Transaction, id: string): Promise<HeldPlan | null> =>
  one(
    await tx<HeldPlan[]>`
      select id, institution_id, title, state, version, published_at from consultations.plans where id = ${id} for update`,
  )

export type NewPlan = {
  id: string
  institutionId: string
  title: string
  copiedFromId: string | null
  by: string | null
  at: Date
}

/** False where a plan of this id stands already: the form came twice. */
export async function insertPlan(tx: Transaction, plan: NewPlan): Promise<boolean> {
  const rows = await tx`
    insert into consultations.plans (id, institution_id, title, copied_from_id, created_at, created_by, changed_at)
    values (${plan.id}, ${plan.institutionId}, ${plan.title}, ${plan.copiedFromId}, ${plan.at}, ${plan.by}, ${plan.at})
    on conflict (id) do nothing returning id`
  return rows.length > 0
}

export type SectionRow = {
  section: Section
  content: unknown
  version: number
  changedAt: Date
  changedBy: string | null
}

export const listSections = (db: Queryable, planId: string): Promise<SectionRow[]> => db<SectionRow[]>`
  select part.section, part.content, part.version, part.changed_at, account.name as changed_by
  from consultations.plan_sections as part left join platform.accounts as account on account.id = part.changed_by
  where part.plan_id = ${planId} order by part.section`

export async function insertSection(
  tx: Transaction,
  part: { planId: string; section: Section; content: SectionContent; by: string | null; at: Date },
): Promise<void> {
  await tx`
    insert into consultations.plan_sections (plan_id, section, content, changed_at, changed_by)
    values (${part.planId}, ${part.section}, ${tx.json(part.content)}, ${part.at}, ${part.by})`
}

/** The plan is held: the version that was asked for is the one that stands. */
export async function updateSection(
  tx: Transaction,
  part: { planId: string; section: Section; content: SectionContent; by: string | null; at: Date },
): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update consultations.plan_sections
    set content = ${tx.json(part.content)}, version = version + 1, changed_at = ${part.at}, changed_by = ${part.by}
    where plan_id = ${part.planId} and section = ${part.section} returning version`
  return row?.version ?? 1
}

export async function touchPlan(tx: Transaction, id: string, title: string, at: Date): Promise<void> {
  await tx`update consultations.plans set title = ${title}, changed_at = ${at} where id = ${id}`
}

export type NewVersion = {
  institutionId: string
  planId: string
  n: number
  title: string
  titleEn: string | null
  actKind: ActKind
  content: PlanContent
  at: Date
  by: string | null
  reason: string | null
}

export async function insertVersion(tx: Transaction, version: NewVersion): Promise<void> {
  await tx`
    insert into consultations.plan_versions
      (institution_id, plan_id, n, title, title_en, act_kind, content, published_at, published_by, reason)
    values
      (${version.institutionId}, ${version.planId}, ${version.n}, ${version.title}, ${version.titleEn}, ${version.actKind},
       ${tx.json(version.content)}, ${version.at}, ${version.by}, ${version.reason})`
  await tx`
    update consultations.plans
    set state = 'published', version = ${version.n}, published_at = coalesce(published_at, ${version.at}),
        changed_at = ${version.at}
    where id = ${version.planId}`
}

/** In the place of those of the version before; what was achieved so far stays with its indicator. */
export async function replaceRows(
  tx: Transaction,
  institutionId: string,
  planId: string,
  rows: PlanRows,
): Promise<void> {
  const mine = { institutionId, planId }
  await tx`delete from consultations.plan_audiences where plan_id = ${planId}`
  await tx`delete from consultations.plan_activities where plan_id = ${planId}`
  await tx`delete from consultations.plan_measures where plan_id = ${planId}`
  for (const [at, row] of rows.audiences.entries())
    await tx`
      insert into consultations.plan_audiences
        (institution_id, plan_id, ordinal, name, type, categories, methods, channels, other_methods, other_channels)
      values
        (${mine.institutionId}, ${planId}, ${at + 1}, ${row.name}, ${row.type}, ${row.categories as string[]},
         ${row.methods as string[]}, ${row.channels as string[]}, ${row.otherMethods as string[]},
         ${row.otherChannels as string[]})`
  const activities = rows.activities.map((row, at) => ({ ...mine, ordinal: at + 1, ...row }))
  if (activities.length > 0) await tx`insert into consultations.plan_activities ${tx(activities)}`
  const measures = rows.measures.map((row, at) => ({ ...mine, ordinal: at + 1, ...row }))
  if (measures.length > 0) await tx`insert into consultations.plan_measures ${tx(measures)}`
  for (const row of rows.indicators)
    await tx`
      insert into consultations.plan_indicators (institution_id, plan_id, key, name, selected, planned_words, planned_number)
      values (${institutionId}, ${planId}, ${row.key}, ${row.name}, ${row.selected}, ${row.plannedWords}, ${row.plannedNumber})
      on conflict (plan_id, key) do update
      set name = excluded.name, selected = excluded.selected, planned_words = excluded.planned_words,
          planned_number = excluded.planned_number`
}

/** Methods and channels in own words that the institution has published before: the lists that grow. */
export async function listOwnWords(
  db: Queryable,
  institutionId: string,
): Promise<{ methods: string[]; channels: string[] }> {
  const rows = await db<{ of: 'methods' | 'channels'; words: string }[]>`
    select distinct 'methods' as of, unnest(other_methods) as words from consultations.plan_audiences
    where institution_id = ${institutionId}
    union
    select distinct 'channels' as of, unnest(other_channels) as words from consultations.plan_audiences
    where institution_id = ${institutionId}
    order by of, words limit 100`
  const of = (which: 'methods' | 'channels') => rows.filter((row) => row.of === which).map(({ words }) => words)
  return { methods: of('methods'), channels: of('channels') }
}

export type ConsultationOfPlan = { id: string; title: string; slug: string | null; state: string }

/** What a plan belongs to: `public` only what everybody may read. */
export const listConsultationsOf = (
  db: Queryable,
  planId: string,
  { public: publicOnly }: { public: boolean },
): Promise<ConsultationOfPlan[]> => db<ConsultationOfPlan[]>`
  select consultation.id, consultation.title, consultation.slug, consultation.state
  from platform.links as link
  join consultations.consultations as consultation on consultation.id = split_part(link.to_ref, ':', 2)::uuid
  where link.from_ref = ${`consultations.plan:${planId}`} and link.kind = 'plan-of' and link.ended_at is null
    and link.to_ref like 'consultations.consultation:%'
    ${publicOnly ? db`and consultation.state in ('published', 'cancelled')` : db``}
  order by link.at, link.id`

/** The plan of a consultation; null: it has none. */
export const findPlanOf = async (
  db: Queryable,
  consultationId: string,
): Promise<{ id: string; state: PlanState } | null> =>
  one(
    await db<{ id: string; state: PlanState }[]>`
      select plan.id, plan.state
      from platform.links as link join consultations.plans as plan on plan.id = split_part(link.from_ref, ':', 2)::uuid
      where link.to_ref = ${`consultations.consultation:${consultationId}`} and link.kind = 'plan-of'
        and link.ended_at is null and link.from_ref like 'consultations.plan:%'
      order by link.at, link.id limit 1`,
  )

/** Consultations of the institution that have no plan yet, newest first: what a plan can be linked with. */
export const listWithoutPlan = (
  db: Queryable,
  institutionId: string,
  limit: number,
): Promise<{ id: string; title: string }[]> => db<{ id: string; title: string }[]>`
  select consultation.id, consultation.title from consultations.consultations as consultation
  where consultation.institution_id = ${institutionId} and consultation.state <> 'taken-down'
    and not exists (
      select from platform.links as link
      where link.to_ref = 'consultations.consultation:' || consultation.id and link.kind = 'plan-of' and link.ended_at is null)
  order by consultation.changed_at desc, consultation.id desc limit ${limit}`

export type HeldConsultation = { id: string; institutionId: string; state: string; title: string; actKind: ActKind }

/** Two plans cannot be given to it at once. */
export const holdConsultation = async (tx: Transaction, id: string): Promise<HeldConsultation | null> =>
  one(
    await tx<HeldConsultation[]>`
      select id, institution_id, state, title, act_kind from consultations.consultations where id = ${id} for update`,
  )

export const findConsultation = async (db: Queryable, id: string): Promise<HeldConsultation | null> =>
  one(
    await db<HeldConsultation[]>`
      select id, institution_id, state, title, act_kind from consultations.consultations where id = ${id}`,
  )

export type PlanSubject = { id: string; institutionId: string; title: string; lang: Lang; public: boolean }

export const listPlanSubjects = (db: Queryable, ids: readonly string[]): Promise<PlanSubject[]> => db<PlanSubject[]>`
  select plan.id, plan.institution_id, coalesce(version.title, plan.title) as title, plan.lang, plan.state = 'published' as public
  from consultations.plans as plan
  left join consultations.plan_versions as version on version.plan_id = plan.id and version.n = plan.version
  where plan.id = any(${ids as string[]}::uuid[])`
