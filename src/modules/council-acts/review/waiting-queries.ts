import { one, type Queryable } from '#platform/db/database.ts'
import type { SentAct } from './transmittal-queries.ts'

export type WaitingAct = Omit<SentAct, 'ordinal' | 'reExaminationId'> & {
  /** The last day on which it can be deposited in time; null: no rule says one, or it has not been announced. */
  depositBy: string | null
  reExaminedOn: string | null
}

/**
 * What could go to the authority now: in the register, never sent, or returned and looked at again since. What stands in a
 * draft waits no more, but for the draft that is being changed (`but`).
 */
export const listWaitingActs = (
  db: Queryable,
  { institutionId, slot, but }: { institutionId: string; slot: string; but: string | null },
  limit: number,
): Promise<WaitingAct[]> =>
  db<WaitingAct[]>`
    select act.id as act_id, case act.legality when 'none' then 1 else 2 end as round,
           coalesce(act.number_words, act.serial || '/' || act.year) as number, act.slug, act.kind, act.title, act.public_title,
           act.restricted, act.state, act.history, act.nature, act.legality, act.adopted_on, act.announced_on, act.text_id,
           case when deadline.state = 'running' then deadline.due_on end as deposit_by, again.decided_on as re_examined_on
    from council_acts.acts as act
    left join platform.deadlines as deadline
      on deadline.subject = 'council-acts.act:' || act.id and deadline.slot = ${slot}
    left join lateral (
      select looked.decided_on from council_acts.re_examinations as looked
      where looked.act_id = act.id order by looked.entered_at desc limit 1) as again on true
    where act.institution_id = ${institutionId} and act.state in ('numbered', 'announced') and not act.history
      and (act.legality = 'none' or act.legality = 'returned' and again.decided_on is not null)
      and not exists (
        select from council_acts.transmitted_acts as sent
        join council_acts.transmittals as draft on draft.id = sent.transmittal_id and draft.state = 'draft'
        where sent.act_id = act.id ${but === null ? db`` : db`and draft.id <> ${but}`})
    order by deadline.due_on nulls last, act.adopted_on, act.id limit ${limit}`

/** How many letters this authority has not entered in its protocol, counted no further than the cap. */
export const countUnreceived = async (
  db: Queryable,
  authorities: readonly string[] | null,
  cap: number,
): Promise<number> =>
  one(
    await db<{ count: number }[]>`
      select count(*)::int as count from (
        select from council_acts.transmittals as one
        where one.state = 'sent' and one.received_on is null and one.authority_institution_id is not null
          ${authorities === null ? db`` : db`and one.authority_institution_id = any(${[...authorities]}::uuid[])`}
        limit ${cap}) as counted`,
  )?.count ?? 0

/** A term of an authority that runs: of an act that was registered and not answered. */
export type RunningTerm = {
  transmittalId: string
  actId: string
  number: string | null
  title: string
  institutionId: string
  dueOn: string
  zone: string
}

/** What this authority has to answer, the nearest day first. */
export const listRunningTerms = (
  db: Queryable,
  { authorities, slots }: { authorities: readonly string[] | null; slots: readonly string[] },
  limit: number,
): Promise<RunningTerm[]> =>
  db<RunningTerm[]>`
    select one.id as transmittal_id, act.id as act_id, coalesce(act.number_words, act.serial || '/' || act.year) as number,
           act.title, act.institution_id, deadline.due_on, institution.zone
    from council_acts.transmittals as one
    join council_acts.transmitted_acts as sent on sent.transmittal_id = one.id
    join council_acts.acts as act on act.id = sent.act_id
    join platform.institutions as institution on institution.id = act.institution_id
    join platform.deadlines as deadline on deadline.subject = 'council-acts.act:' || act.id
      and deadline.slot = (${[...slots]}::text[])[sent.round] and deadline.state in ('running', 'paused')
    where one.state = 'sent' and one.received_on is not null and one.authority_institution_id is not null
      ${authorities === null ? db`` : db`and one.authority_institution_id = any(${[...authorities]}::uuid[])`}
    order by deadline.due_on, act.id limit ${limit}`
