import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Jurisdiction } from '#platform/institutions/institution-rules.ts'
import type { AnswerState, Decision, NotConsideredGround } from './answer-rules.ts'

export type HeldAnswer = {
  id: string
  institutionId: string
  jurisdiction: Jurisdiction
  consultationId: string
  slug: string | null
  concludedAt: Date | null
  code: string
  lang: Lang
  groupId: string | null
  state: AnswerState
  decision: Decision | null
  ground: NotConsideredGround | null
  reason: string | null
  correction: string | null
  revision: number
  source: 'office' | 'file'
  writtenBy: string | null
  proposedBy: string | null
  proposedRole: string | null
  decidedRole: string | null
  decidedAt: Date | null
  version: number
  /** The form that changed it last. */
  formId: string | null
}

/** Locked first and read afterwards: what somebody wrote while we waited is seen. */
export async function holdAnswer(tx: Transaction, id: string): Promise<HeldAnswer | null> {
  await tx`select from consultations.answers where id = ${id} for update`
  return one(
    await tx<HeldAnswer[]>`
      select answer.id, answer.institution_id, institution.jurisdiction, answer.consultation_id, consultation.slug,
             consultation.concluded_at, answer.code, answer.lang, answer.group_id, answer.state, answer.decision, answer.ground,
             answer.reason, answer.correction, answer.revision, answer.source, answer.written_by, answer.proposed_by,
             answer.proposed_role, answer.decided_role, answer.decided_at, answer.version, answer.form_id
      from consultations.answers as answer
      join consultations.consultations as consultation on consultation.id = answer.consultation_id
      join platform.institutions as institution on institution.id = answer.institution_id
      where answer.id = ${id}`,
  )
}

/** Nobody concludes it meanwhile, and none of its answers is moved by somebody who cancels it. */
export const holdMatter = (tx: Transaction, answerId: string) => tx`
  select from consultations.consultations where id = (select consultation_id from consultations.answers where id = ${answerId})
  for share`

export type AnswerableComment = {
  id: string
  institutionId: string
  jurisdiction: Jurisdiction
  consultationId: string
  code: string
  lang: Lang
  state: string
  version: number
  late: boolean
  answerId: string | null
  answerVersion: number
}

/** Those that want an answer, in the order of their ids, so that two deeds never wait for each other. */
export async function holdAnswerable(tx: Transaction, ids: readonly string[]): Promise<AnswerableComment[]> {
  await tx`
    select from consultations.comments where id = any(${ids as string[]}::uuid[]) order by id for update`
  return tx<AnswerableComment[]>`
    select comment.id, comment.institution_id, institution.jurisdiction, comment.consultation_id, comment.code, matter.lang,
           comment.state, comment.version, comment.late, outcome.answer_id, outcome.answer_version
    from consultations.comment_outcomes as outcome
    join consultations.comments as comment on comment.id = outcome.comment_id
    join consultations.consultations as matter on matter.id = comment.consultation_id and matter.state <> 'draft'
    join platform.institutions as institution on institution.id = comment.institution_id
    where outcome.comment_id = any(${ids as string[]}::uuid[])
    order by comment.id`
}

export type NewAnswer = {
  institutionId: string
  consultationId: string
  code: string
  groupId: string | null
  lang: Lang
  decision: Decision | null
  ground: NotConsideredGround | null
  reason: string | null
  source: 'office' | 'file'
  drafter: string | null
  at: Date
  by: string | null
  form: string | null
}

/** Null: this form has written one before. */
export async function insertAnswer(tx: Transaction, answer: NewAnswer): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.answers
        (institution_id, consultation_id, code, group_id, lang, state, decision, ground, reason, written_at, written_by, source,
         drafter, changed_at, form_id)
      values (${answer.institutionId}, ${answer.consultationId}, ${answer.code}, ${answer.groupId}, ${answer.lang}, 'draft',
              ${answer.decision}, ${answer.ground}, ${answer.reason}, ${answer.at}, ${answer.by}, ${answer.source},
              ${answer.drafter}, ${answer.at}, ${answer.form})
      on conflict (form_id) do nothing returning id`,
  )
  return row?.id ?? null
}

export const findAnswerByForm = async (db: Queryable, form: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from consultations.answers where form_id = ${form}`)?.id ?? null

/** With the wording that was read. */
export async function putAnswered(
  tx: Transaction,
  answerId: string,
  ids: readonly string[],
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  await tx`
    insert into consultations.answered_comments
      (comment_id, institution_id, consultation_id, answer_id, since, by_account_id, comment_version)
    select comment.id, comment.institution_id, comment.consultation_id, ${answerId}, ${at}, ${by}, comment.version
    from consultations.comments as comment where comment.id = any(${ids as string[]}::uuid[])
    on conflict (comment_id) do update
      set answer_id = excluded.answer_id, since = excluded.since, by_account_id = excluded.by_account_id,
          comment_version = excluded.comment_version`
}

export const dropAnswered = async (tx: Transaction, answerId: string, ids: readonly string[]): Promise<number> =>
  (
    await tx`
      delete from consultations.answered_comments
      where answer_id = ${answerId} and comment_id = any(${ids as string[]}::uuid[]) returning comment_id`
  ).length

/** Whoever keeps the words has read every comment as it stands now. */
export const readAnswered = (tx: Transaction, answerId: string) => tx`
  update consultations.answered_comments as answered set comment_version = comment.version
  from consultations.comments as comment
  where answered.answer_id = ${answerId} and comment.id = answered.comment_id
    and answered.comment_version is distinct from comment.version`

export type AnswerWords = { decision: Decision | null; ground: NotConsideredGround | null; reason: string | null }

/** New words: whatever was proposed or decided of the ones before is to be proposed again. */
export const writeWords = (
  tx: Transaction,
  id: string,
  words: AnswerWords,
  { at, by, form, correction }: { at: Date; by: string | null; form: string | null; correction?: string | null },
) => tx`
  update consultations.answers set
    state = 'draft', decision = ${words.decision}, ground = ${words.ground}, reason = ${words.reason},
    ${correction === undefined ? tx`` : tx`correction = ${correction},`}
    returned_reason = null, written_at = ${at}, written_by = ${by}, revision = revision + 1, changed_at = ${at}, form_id = ${form}
  where id = ${id}`

/** The words of the newest version stand again, as they were published. */
export const restorePublished = (
  tx: Transaction,
  id: string,
  state: 'published' | 'taken-down',
  { at, form }: { at: Date; form: string | null },
) => tx`
  update consultations.answers as answer set
    state = ${state}, decision = said.decision, ground = said.ground, reason = said.reason, correction = null,
    returned_reason = null, revision = answer.revision + 1, changed_at = ${at}, form_id = ${form}
  from consultations.answer_versions as said
  where answer.id = ${id} and said.answer_id = answer.id and said.n = answer.version`

export const markProposed = (
  tx: Transaction,
  id: string,
  { at, by, role, form }: { at: Date; by: string | null; role: string; form: string | null },
) => tx`
  update consultations.answers set
    state = 'proposed', proposed_at = ${at}, proposed_by = ${by}, proposed_role = ${role}, returned_reason = null,
    revision = revision + 1, changed_at = ${at}, form_id = ${form}
  where id = ${id}`

export const markDecided = (
  tx: Transaction,
  id: string,
  { at, by, role, form }: { at: Date; by: string; role: string; form: string | null },
) => tx`
  update consultations.answers set
    state = 'decided', decided_at = ${at}, decided_by = ${by}, decided_role = ${role}, revision = revision + 1,
    changed_at = ${at}, form_id = ${form}
  where id = ${id}`

export const markReturned = (
  tx: Transaction,
  id: string,
  { at, reason, form }: { at: Date; reason: string; form: string | null },
) => tx`
  update consultations.answers set
    state = 'draft', returned_reason = ${reason}, revision = revision + 1, changed_at = ${at}, form_id = ${form}
  where id = ${id}`

/** The words that were decided become the next version. Gives its number. */
export async function publishVersion(
  tx: Transaction,
  answer: HeldAnswer,
  { at, by }: { at: Date; by: string | null },
): Promise<number> {
  const n = answer.version + 1
  await tx`
    insert into consultations.answer_versions
      (institution_id, answer_id, n, decision, ground, reason, proposed_role, decided_role, decided_at, published_at, published_by,
       correction)
    values (${answer.institutionId}, ${answer.id}, ${n}, ${answer.decision}, ${answer.ground}, ${answer.reason},
            ${answer.proposedRole}, ${answer.decidedRole}, ${answer.decidedAt}, ${at}, ${by}, ${n === 1 ? null : answer.correction})`
  await tx`
    update consultations.answers set
      state = 'published', version = ${n}, published_at = coalesce(published_at, ${at}), correction = null,
      revision = revision + 1, changed_at = ${at}
    where id = ${answer.id}`
  return n
}

/** Never published, so nobody has read it, nor which places of a draft were to change because of it. */
export async function deleteAnswer(tx: Transaction, id: string): Promise<void> {
  await tx`
    delete from consultations.answer_changes
    where answer_id = (select id from consultations.answers where id = ${id} and version = 0)`
  await tx`delete from consultations.answered_comments where answer_id = ${id}`
  await tx`delete from consultations.answers where id = ${id} and version = 0`
}

export const touchAnswer = (tx: Transaction, id: string, at: Date, form: string | null) => tx`
  update consultations.answers set revision = revision + 1, changed_at = ${at}, form_id = ${form} where id = ${id}`

/** Whom it answers has grown: what was decided of fewer is to be decided again. */
export const widenAnswer = (tx: Transaction, id: string, at: Date, form: string | null) => tx`
  update consultations.answers set
    state = case state when 'decided' then 'proposed' else state end, revision = revision + 1, changed_at = ${at}, form_id = ${form}
  where id = ${id}`

export type Grounded = { number: number; unfit: string[] }

/** How many it answers, and the codes of those to which the ground does not apply. */
export async function countAnswered(
  db: Queryable,
  answerId: string,
  ground: NotConsideredGround | null,
): Promise<Grounded> {
  const fits = ground === null ? db`true` : ground === 'late' ? db`comment.late` : db`comment.state = ${ground}`
  const row = one(
    await db<Grounded[]>`
      select count(*)::int as number,
             (coalesce(array_agg(comment.code order by comment.code) filter (where not (${fits})), '{}'))[1:10] as unfit
      from consultations.answered_comments as answered
      join consultations.comments as comment on comment.id = answered.comment_id
      where answered.answer_id = ${answerId}`,
  )
  return row ?? { number: 0, unfit: [] }
}

/** The answer of a comment that nobody has read yet. */
export async function findDraftOfComment(db: Queryable, commentId: string): Promise<string | null> {
  const row = one(
    await db<{ answerId: string }[]>`
      select answered.answer_id from consultations.answered_comments as answered
      join consultations.answers as answer on answer.id = answered.answer_id and answer.version = 0
      where answered.comment_id = ${commentId}`,
  )
  return row?.answerId ?? null
}

/** Another answer of the same consultation, by its code. */
export const findAnswerByCode = async (db: Queryable, consultationId: string, code: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select id from consultations.answers where consultation_id = ${consultationId} and code = ${code}`,
  )?.id ?? null

export const findConsultationOf = async (db: Queryable, answerId: string): Promise<string | null> =>
  one(await db<{ consultationId: string }[]>`select consultation_id from consultations.answers where id = ${answerId}`)
    ?.consultationId ?? null

export const findGroupOf = async (db: Queryable, answerId: string): Promise<string | null> =>
  one(await db<{ groupId: string | null }[]>`select group_id from consultations.answers where id = ${answerId}`)
    ?.groupId ?? null
