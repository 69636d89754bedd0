import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

export type LinkEnd = {
  id: string
  institutionId: string
  state: 'draft' | 'published' | 'cancelled' | 'taken-down'
  history: boolean
  title: string
  opensOn: string | null
  closesOn: string | null
  opensAt: Date | null
  closesAt: Date | null
  plannedActId: string | null
}

const selected = (db: Queryable) => db`
  consultation.id, consultation.institution_id, consultation.state, consultation.history, consultation.title,
  consultation.opens_on, deadline.due_on as closes_on,
  consultation.opens_on::timestamp at time zone institution.zone as opens_at, deadline.due_at as closes_at,
  link.planned_act_id
  from consultations.consultations as consultation
  join platform.institutions as institution on institution.id = consultation.institution_id
  left join platform.deadlines as deadline
    on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
  left join consultations.planned_act_consultations as link on link.consultation_id = consultation.id`

/** The consultation that is linked, locked first: consultations come before what hangs on them. */
export async function holdLinkEnd(tx: Transaction, consultationId: string): Promise<LinkEnd | null> {
  await tx`select from consultations.consultations where id = ${consultationId} for update`
  return findLinkEnd(tx, consultationId)
}

export async function findLinkEnd(db: Queryable, consultationId: string): Promise<LinkEnd | null> {
  return one(await db<LinkEnd[]>`select ${selected(db)} where consultation.id = ${consultationId}`)
}

export async function insertActLink(
  tx: Transaction,
  link: {
    institutionId: string
    actId: string
    consultationId: string
    at: Date
    by: string | null
    openingTold: boolean
  },
): Promise<void> {
  await tx`
    insert into consultations.planned_act_consultations
      (consultation_id, institution_id, planned_act_id, linked_at, linked_by, opening_told_at)
    values (${link.consultationId}, ${link.institutionId}, ${link.actId}, ${link.at}, ${link.by},
            ${link.openingTold ? link.at : null})`
}

/** Gives the entry that it belonged to. */
export async function deleteActLink(tx: Transaction, consultationId: string): Promise<string | null> {
  const row = one(
    await tx<{ plannedActId: string }[]>`
      delete from consultations.planned_act_consultations where consultation_id = ${consultationId} returning planned_act_id`,
  )
  return row?.plannedActId ?? null
}

/** True once: whoever marks it is the one who tells. */
export async function markOpeningTold(tx: Transaction, consultationId: string, at: Date): Promise<boolean> {
  const result = await tx`
    update consultations.planned_act_consultations set opening_told_at = ${at}
    where consultation_id = ${consultationId} and opening_told_at is null`
  return result.count > 0
}

export type UntoldOpening = {
  consultationId: string
  plannedActId: string
  institutionId: string
  closesOn: string | null
}

/** Windows that have opened, of which nobody who follows the planned act was told. */
export function listUntoldOpenings(db: Queryable, now: Date, limit: number): Promise<UntoldOpening[]> {
  return db<UntoldOpening[]>`
    select link.consultation_id, link.planned_act_id, link.institution_id, deadline.due_on as closes_on
    from consultations.planned_act_consultations as link
    join consultations.consultations as consultation on consultation.id = link.consultation_id
    join platform.institutions as institution on institution.id = consultation.institution_id
    join consultations.planned_acts as act on act.id = link.planned_act_id
    left join platform.deadlines as deadline
      on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
    where link.opening_told_at is null and consultation.state = 'published' and not consultation.history
      and act.state = 'published' and consultation.opens_on::timestamp at time zone institution.zone <= ${now}
      and deadline.due_at > ${now}
    order by link.linked_at, link.consultation_id limit ${limit}`
}

export type LinkChoice = {
  id: string
  title: string
  year: number
  number: number | null
  dueFrom: string | null
  dueTo: string | null
}

/** Entries of the institution that a consultation can belong to: of these years, not dropped. */
export function listLinkChoices(db: Queryable, institutionId: string, years: readonly number[]): Promise<LinkChoice[]> {
  return db<LinkChoice[]>`
    select id, title, year, number, due_from, due_to from consultations.planned_acts
    where institution_id = ${institutionId} and year = any(${years as number[]}::int[]) and dropped_at is null
      and state <> 'taken-down'
    order by year desc, coalesce(due_from, date '2999-12-01'), id limit 1000`
}

/** Consultations of an entry as the office sees them, drafts too. */
export function listOfficeActConsultations(db: Queryable, actId: string): Promise<LinkEnd[]> {
  return db<LinkEnd[]>`
    select ${selected(db)} where link.planned_act_id = ${actId} order by link.linked_at, consultation.id limit 50`
}

/** For the demonstration: the consultation that stands under this title. */
export async function findConsultationTitled(
  db: Queryable,
  institutionId: string,
  title: string,
): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select id from consultations.consultations where institution_id = ${institutionId} and title = ${title}
      order by created_at limit 1`,
  )
  return row?.id ?? null
}
