import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { ActKind } from '../consultation-rules.ts'
import type { PlannedChange } from './year-queries.ts'
import type { Way } from './year-rules.ts'

/** What the office fills in. */
export type ActFields = {
  title: string
  titleEn: string | null
  actKind: ActKind | null
  proposer: string | null
  dueFrom: string | null
  dueTo: string | null
  consultationPlanned: boolean | null
  decidingBody: string | null
  note: string | null
}

export type OfficeAct = ActFields &
  Way & {
    id: string
    institutionId: string
    institutionSlug: string
    zone: string
    planId: string
    year: number
    number: number | null
    state: 'draft' | 'published' | 'taken-down'
    addedLater: boolean
    dropReason: string | null
    adoptedReference: string | null
    version: number
    publishedAt: Date | null
    changedAt: Date
    /** Entries below it in the same order, for going through them one by one; null: it is the last. */
    nextId?: string | null
  }

const actColumns = (db: Queryable) => db`
  act.id, act.institution_id, institution.slug as institution_slug, institution.zone, act.plan_id, act.year, act.number,
  act.title, act.title_en, act.act_kind, act.proposer, act.due_from, act.due_to, act.promised_from, act.promised_to,
  act.consultation_planned, act.deciding_body, act.note, act.state, act.added_later, act.dropped_at, act.drop_reason,
  act.adopted_on, act.adopted_reference, act.version, act.published_at, act.changed_at,
  way.announced_on, way.opens_at, way.closes_at, way.history
  from consultations.planned_acts as act
  join platform.institutions as institution on institution.id = act.institution_id
  left join lateral consultations.way_of_planned_act(act.id) as way on true`

/** All entries of a plan, by month: a plan has tens of them, seldom hundreds. */
export function listOfficeActs(db: Queryable, planId: string): Promise<OfficeAct[]> {
  return db<OfficeAct[]>`
    select ${actColumns(db)} where act.plan_id = ${planId}
    order by coalesce(act.due_from, date '2999-12-01'), act.id limit 2000`
}

export async function findOfficeAct(db: Queryable, id: string): Promise<OfficeAct | null> {
  return one(
    await db<OfficeAct[]>`
      select ${actColumns(db)} where act.id = ${id}`,
  )
}

export async function findNextAct(db: Queryable, act: OfficeAct): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select id from consultations.planned_acts
      where plan_id = ${act.planId}
        and (coalesce(due_from, date '2999-12-01'), id) > (coalesce(${act.dueFrom}::date, date '2999-12-01'), ${act.id}::uuid)
      order by coalesce(due_from, date '2999-12-01'), id limit 1`,
  )
  return row?.id ?? null
}

export async function holdAct(tx: Transaction, id: string): Promise<OfficeAct | null> {
  await tx`select from consultations.planned_acts where id = ${id} for update`
  return findOfficeAct(tx, id)
}

export type NewAct = ActFields & {
  institutionId: string
  planId: string
  year: number
  carriedFromId?: string | null
  importId?: string | null
  submissionId?: string | null
  by: string | null
  at: Date
}

/** Null: this form has arrived before, or the entry of the year before stands here already. */
export async function insertAct(tx: Transaction, act: NewAct): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.planned_acts
        (institution_id, plan_id, year, title, title_en, act_kind, proposer, due_from, due_to, consultation_planned,
         deciding_body, note, carried_from_id, import_id, submission_id, created_by, created_at, changed_at)
      values (${act.institutionId}, ${act.planId}, ${act.year}, ${act.title}, ${act.titleEn}, ${act.actKind}, ${act.proposer},
              ${act.dueFrom}, ${act.dueTo}, ${act.consultationPlanned}, ${act.decidingBody}, ${act.note},
              ${act.carriedFromId ?? null}, ${act.importId ?? null}, ${act.submissionId ?? null}, ${act.by}, ${act.at}, ${act.at})
      on conflict do nothing returning id`,
  )
  return row?.id ?? null
}

export async function findSubmittedAct(db: Queryable, submissionId: string): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`select id from consultations.planned_acts where submission_id = ${submissionId}`,
  )
  return row?.id ?? null
}

/** Gives its new version. */
export async function updateAct(tx: Transaction, id: string, act: ActFields, at: Date): Promise<number> {
  const row = one(
    await tx<{ version: number }[]>`
      update consultations.planned_acts
      set title = ${act.title}, title_en = ${act.titleEn}, act_kind = ${act.actKind}, proposer = ${act.proposer},
          due_from = ${act.dueFrom}, due_to = ${act.dueTo}, consultation_planned = ${act.consultationPlanned},
          deciding_body = ${act.decidingBody}, note = ${act.note}, version = version + 1, changed_at = ${at}
      where id = ${id} returning version`,
  )
  return row?.version ?? 0
}

export async function deleteDraftAct(tx: Transaction, id: string): Promise<boolean> {
  return (await tx`delete from consultations.planned_acts where id = ${id} and state = 'draft'`).count > 0
}

export type PublishedAct = { id: string; dueFrom: string | null; dueTo: string | null; title: string }

/** Every draft of a plan becomes public, numbered in the order of the plan after those that have a number. */
export function publishDrafts(
  tx: Transaction,
  plan: { id: string; institutionId: string; year: number; addedLater: boolean; at: Date },
): Promise<PublishedAct[]> {
  return tx<PublishedAct[]>`
    with numbered as (
      select id, row_number() over (order by coalesce(due_from, date '2999-12-01'), created_at, id)
               + coalesce((select max(number) from consultations.planned_acts
                           where institution_id = ${plan.institutionId} and year = ${plan.year}), 0) as number
      from consultations.planned_acts where plan_id = ${plan.id} and state = 'draft')
    update consultations.planned_acts as act
    set state = 'published', number = numbered.number, published_at = ${plan.at}, changed_at = ${plan.at},
        added_later = ${plan.addedLater}, promised_from = act.due_from, promised_to = act.due_to
    from numbered where act.id = numbered.id
    returning act.id, act.due_from, act.due_to, act.title`
}

type NewChange = {
  institutionId: string
  actId: string
  version: number
  kind: PlannedChange['kind']
  from?: { dueFrom: string | null; dueTo: string | null }
  to?: { dueFrom: string | null; dueTo: string | null }
  fields?: readonly string[]
  reason?: string | null
  at: Date
  by: string | null
}

export async function insertActChange(tx: Transaction, change: NewChange): Promise<void> {
  const { from, to } = change
  await tx`
    insert into consultations.planned_act_changes
      (institution_id, planned_act_id, version, kind, from_due_from, from_due_to, to_due_from, to_due_to, fields, reason, at,
       by_account_id)
    values (${change.institutionId}, ${change.actId}, ${change.version}, ${change.kind}, ${from?.dueFrom ?? null},
            ${from?.dueTo ?? null}, ${to?.dueFrom ?? null}, ${to?.dueTo ?? null}, ${(change.fields ?? []) as string[]},
            ${change.reason ?? null}, ${change.at}, ${change.by})`
}

export async function markDropped(tx: Transaction, id: string, dropped: { reason: string; at: Date }): Promise<void> {
  await tx`
    update consultations.planned_acts
    set dropped_at = ${dropped.at}, drop_reason = ${dropped.reason}, version = version + 1, changed_at = ${dropped.at}
    where id = ${id}`
}

export async function markResumed(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update consultations.planned_acts
    set dropped_at = null, drop_reason = null, version = version + 1, changed_at = ${at} where id = ${id}`
}

export async function markAdopted(
  tx: Transaction,
  id: string,
  deed: { on: string; reference: string; at: Date },
): Promise<void> {
  await tx`
    update consultations.planned_acts
    set adopted_on = ${deed.on}, adopted_reference = ${deed.reference}, version = version + 1, changed_at = ${deed.at}
    where id = ${id}`
}

export async function takeAct(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update consultations.planned_acts set state_before = state, state = 'taken-down', changed_at = ${at}
    where id = ${id} and state = 'published'`
}

export async function restoreAct(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update consultations.planned_acts set state = state_before, state_before = null, changed_at = ${at}
    where id = ${id} and state = 'taken-down'`
}

/** What stands, or stood, at an address. */
export async function findActAt(
  db: Queryable,
  at: { institution: string; year: number; number: number },
): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select act.id from consultations.planned_acts as act
      join platform.institutions as institution on institution.id = act.institution_id
      where institution.slug = ${at.institution} and act.year = ${at.year} and act.number = ${at.number}`,
  )
  return row?.id ?? null
}

export type ActSubject = {
  id: string
  institutionId: string
  institutionSlug: string
  title: string
  titleEn: string | null
  year: number
  number: number | null
  state: OfficeAct['state']
}

export function listActSubjects(db: Queryable, ids: readonly string[]): Promise<ActSubject[]> {
  return db<ActSubject[]>`
    select act.id, act.institution_id, institution.slug as institution_slug, act.title, act.title_en, act.year, act.number,
           act.state
    from consultations.planned_acts as act join platform.institutions as institution on institution.id = act.institution_id
    where act.id = any(${ids as string[]}::uuid[])`
}
