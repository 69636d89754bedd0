import { one, type Queryable, type Transaction } from '#platform/db/database.ts'

/** What of a comment is missing: it has no published answer, or its newest decision is not published yet. */
const isOpen = (db: Queryable) => db`
  (outcome.answer_version = 0 or outcome.answer_state not in ('published', 'taken-down'))`

export type Unanswered = {
  id: string
  code: string
  state: string
  late: boolean
  answerId: string | null
  answerState: 'none' | 'draft' | 'proposed' | 'decided' | 'published' | 'taken-down'
  answerVersion: number
}

/** The oldest first. */
export const listUnanswered = (db: Queryable, consultationId: string, limit: number): Promise<Unanswered[]> =>
  db<Unanswered[]>`
    select outcome.comment_id as id, outcome.code, outcome.state, outcome.late, outcome.answer_id, outcome.answer_state,
           outcome.answer_version
    from consultations.comment_outcomes as outcome
    where outcome.consultation_id = ${consultationId} and ${isOpen(db)}
    order by outcome.confirmed_at, outcome.comment_id limit ${limit}`

export type ConclusionFacts = {
  concludedAt: Date | null
  /** How many comments want an answer, and how many of them miss it. */
  comments: number
  unanswered: number
  waiting: number
  openLetters: number
  proposedGroups: number
}

export const findConclusionFacts = async (db: Queryable, consultationId: string): Promise<ConclusionFacts | null> =>
  one(
    await db<ConclusionFacts[]>`
      select consultation.concluded_at, counted.comments, counted.unanswered, counted.waiting,
             (select count(*)::int from consultations.delivery_drafts as letter
              where letter.consultation_id = consultation.id) as open_letters,
             (select count(*)::int from consultations.comment_groups as grouped
              where grouped.consultation_id = consultation.id and grouped.state = 'proposed') as proposed_groups
      from consultations.consultations as consultation
      cross join lateral (
        select count(*)::int as comments, (count(*) filter (where ${isOpen(db)}))::int as unanswered,
               (count(*) filter (where outcome.state = 'waiting'))::int as waiting
        from consultations.comment_outcomes as outcome where outcome.consultation_id = consultation.id
      ) as counted
      where consultation.id = ${consultationId}`,
  )

/** Gives the version that the deed makes. */
export async function setConcluded(tx: Transaction, id: string, concludedAt: Date | null, now: Date): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update consultations.consultations
    set concluded_at = ${concludedAt}, changed_at = ${now}, version = version + 1
    where id = ${id} returning version`
  if (!row) throw new Error(`Consultation ${id} is held and gone`)
  return row.version
}

export async function insertConclusionEvent(
  tx: Transaction,
  event: {
    institutionId: string
    consultationId: string
    kind: 'concluded' | 'reopened'
    version: number
    at: Date
    by: string | null
    reason: string
    reasonEn: string | null
    formId: string
  },
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into consultations.consultation_events
      (institution_id, consultation_id, kind, version, at, by_account_id, reason, reason_en, form_id)
    values
      (${event.institutionId}, ${event.consultationId}, ${event.kind}, ${event.version}, ${event.at}, ${event.by},
       ${event.reason}, ${event.reasonEn}, ${event.formId})
    returning id`
  if (!row) throw new Error('An insert gives a row')
  return row.id
}

export type ToConclude = { count: number; oldest: string | null }

/** Windows that closed and have no conclusion yet, and the day on which the oldest of them closed. */
export async function countToConclude(
  db: Queryable,
  institutions: readonly string[] | null,
  now: Date,
): Promise<ToConclude> {
  const [row] = await db<ToConclude[]>`
    select count(*)::int as count, min(deadline.due_on)::date as oldest
    from consultations.consultations as consultation
    join platform.deadlines as deadline
      on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
    where consultation.state = 'published' and consultation.concluded_at is null and not consultation.history
      and deadline.due_at <= ${now}
      ${institutions ? db`and consultation.institution_id = any(${institutions as string[]}::uuid[])` : db``}`
  return row ?? { count: 0, oldest: null }
}
