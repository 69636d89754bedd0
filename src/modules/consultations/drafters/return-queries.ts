import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Standing } from './check-rules.ts'
import type { ReadLine } from './table-rules.ts'

/** Every comment of a file, as it went out and as it stands. */
export const listStanding = (db: Queryable, fileId: string): Promise<Standing[]> => db<Standing[]>`
  select sent.code, sent.comment_id, comment.state as comment_state, comment.late, sent.comment_version as sent_version,
         comment.version, sent.answer_id as sent_answer_id, sent.answer_revision as sent_revision, answer.id as answer_id,
         answer.state as answer_state, coalesce(answer.version, 0) as answer_version, answer.revision as answer_revision,
         case when answer.id is null then 0 else
           (select count(*)::int from consultations.answered_comments as other where other.answer_id = answer.id) end as answer_number
  from consultations.drafters_file_rows as sent
  join consultations.comments as comment on comment.id = sent.comment_id
  left join consultations.answered_comments as answered on answered.comment_id = comment.id
  left join consultations.answers as answer on answer.id = answered.answer_id
  where sent.file_id = ${fileId} order by sent.line, sent.comment_id`

export type NewReturn = {
  institutionId: string
  consultationId: string
  fileId: string
  fileName: string
  digest: string
  at: Date
  by: string
}

/** Null: exactly this file was brought already. */
export async function insertReturn(tx: Transaction, made: NewReturn): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.drafters_returns
        (institution_id, consultation_id, file_id, file_name, digest, state, received_at, received_by)
      values (${made.institutionId}, ${made.consultationId}, ${made.fileId}, ${made.fileName}, ${made.digest}, 'read', ${made.at}, ${made.by})
      on conflict (file_id, digest) where state <> 'undone' do nothing returning id`,
  )
  return row?.id ?? null
}

export const findSameReturn = async (db: Queryable, fileId: string, digest: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select id from consultations.drafters_returns where file_id = ${fileId} and digest = ${digest} and state <> 'undone'`,
  )?.id ?? null

export async function insertReturnRows(
  tx: Transaction,
  { id, institutionId }: { id: string; institutionId: string },
  lines: readonly ReadLine[],
): Promise<void> {
  const values = lines.map((line) => ({
    n: line.n,
    at_line: line.at,
    code: line.code,
    decision_words: line.decisionWords,
    reason: line.reason,
    changed_words: line.changedWords,
  }))
  await tx`
    insert into consultations.drafters_return_rows
      (institution_id, return_id, n, at_line, code, decision_words, reason, changed_words)
    select ${institutionId}, ${id}, one.n, one.at_line, one.code, one.decision_words, one.reason, one.changed_words
    from jsonb_to_recordset(${tx.json(values)}) as one
      (n int, at_line int, code text, decision_words text, reason text, changed_words text)`
}

export type DraftersReturn = {
  id: string
  institutionId: string
  consultationId: string
  fileId: string
  fileCode: string
  unit: string
  fileName: string
  state: 'read' | 'taken' | 'undone'
  receivedAt: Date
  takenAt: Date | null
  undoneAt: Date | null
  taken: number
  refused: number
  kept: number
}

const columns = (db: Queryable) => db`
  returned.id, returned.institution_id, returned.consultation_id, returned.file_id, file.code as file_code, file.unit,
  returned.file_name, returned.state, returned.received_at, returned.taken_at, returned.undone_at, returned.taken, returned.refused,
  returned.kept
  from consultations.drafters_returns as returned join consultations.drafters_files as file on file.id = returned.file_id`

export const findReturn = async (db: Queryable, id: string): Promise<DraftersReturn | null> =>
  one(await db<DraftersReturn[]>`select ${columns(db)} where returned.id = ${id}`)

export const listReturns = (db: Queryable, consultationId: string, limit: number): Promise<DraftersReturn[]> => db<
  DraftersReturn[]
>`
  select ${columns(db)} where returned.consultation_id = ${consultationId}
  order by returned.received_at desc, returned.id desc limit ${limit}`

/** Its consultation first, so that nobody cancels or concludes it meanwhile. */
export async function holdReturn(tx: Transaction, id: string): Promise<DraftersReturn | null> {
  await tx`
    select from consultations.consultations
    where id = (select consultation_id from consultations.drafters_returns where id = ${id}) for share`
  await tx`select from consultations.drafters_returns where id = ${id} for update`
  return findReturn(tx, id)
}

export type ReturnRow = ReadLine & {
  outcome: string | null
  answered: number
  leftOut: number
  answerId: string | null
  answerRevision: number | null
  answerCode: string | null
  isNew: boolean
}

export const listReturnRows = (db: Queryable, returnId: string): Promise<ReturnRow[]> => db<ReturnRow[]>`
  select line.n, line.at_line as at, line.code, line.decision_words, line.reason, line.changed_words, line.outcome, line.answered,
         line.left_out, line.answer_id, line.answer_revision, answer.code as answer_code, line.before is null as is_new
  from consultations.drafters_return_rows as line
  left join consultations.answers as answer on answer.id = line.answer_id
  where line.return_id = ${returnId} order by line.n`

/** The answer as it stands, to be put back when what the file said is undone. */
export const keepBefore = (tx: Transaction, { id, n }: { id: string; n: number }, answerId: string) => tx`
  update consultations.drafters_return_rows as line set before = to_jsonb(was)
  from (select state, decision, ground, reason, source, drafter, written_at, written_by, proposed_at, proposed_by, proposed_role,
               returned_reason
        from consultations.answers where id = ${answerId}) as was
  where line.return_id = ${id} and line.n = ${n}`

export const keepOutcome = (
  tx: Transaction,
  { id, n }: { id: string; n: number },
  outcome: { outcome: string; answered: number; leftOut: number; answerId: string | null },
) => tx`
  update consultations.drafters_return_rows as line set
    outcome = ${outcome.outcome}, answered = ${outcome.answered}, left_out = ${outcome.leftOut}, answer_id = ${outcome.answerId},
    answer_revision = (select answer.revision from consultations.answers as answer where answer.id = ${outcome.answerId})
  where line.return_id = ${id} and line.n = ${n}`

export const markSource = (tx: Transaction, answerId: string, drafter: string) => tx`
  update consultations.answers set source = 'file', drafter = ${drafter} where id = ${answerId}`

export const markTaken = (
  tx: Transaction,
  id: string,
  { at, by, taken, refused }: { at: Date; by: string; taken: number; refused: number },
) => tx`
  update consultations.drafters_returns set
    state = 'taken', taken_at = ${at}, taken_by = ${by}, taken = ${taken}, refused = ${refused}
  where id = ${id}`

export const markUndone = (tx: Transaction, id: string, { at, by, kept }: { at: Date; by: string; kept: number }) => tx`
  update consultations.drafters_returns set state = 'undone', undone_at = ${at}, undone_by = ${by}, kept = ${kept}
  where id = ${id}`

/** As it stood before the file was taken in; its revision goes on, so that nobody writes over it unread. */
export const restoreBefore = (tx: Transaction, { id, n }: { id: string; n: number }, at: Date) => tx`
  update consultations.answers as answer set
    state = was.state, decision = was.decision, ground = was.ground, reason = was.reason, source = was.source, drafter = was.drafter,
    written_at = was.written_at, written_by = was.written_by, proposed_at = was.proposed_at, proposed_by = was.proposed_by,
    proposed_role = was.proposed_role, returned_reason = was.returned_reason, revision = answer.revision + 1, changed_at = ${at},
    form_id = null
  from consultations.drafters_return_rows as line
  cross join lateral jsonb_to_record(line.before) as was
    (state text, decision text, ground text, reason text, source text, drafter text, written_at timestamptz, written_by uuid,
     proposed_at timestamptz, proposed_by uuid, proposed_role text, returned_reason text)
  where line.return_id = ${id} and line.n = ${n} and answer.id = line.answer_id`

/** What the drafters wrote of the article itself, to be read beside their answer. */
export const listChangedWords = async (
  db: Queryable,
  answerId: string,
): Promise<{ words: string; unit: string; code: string }[]> =>
  db<{ words: string; unit: string; code: string }[]>`
    select line.changed_words as words, file.unit, file.code from consultations.drafters_return_rows as line
    join consultations.drafters_returns as returned on returned.id = line.return_id and returned.state = 'taken'
    join consultations.drafters_files as file on file.id = returned.file_id
    where line.answer_id = ${answerId} and line.changed_words <> ''
    order by returned.taken_at desc, line.n limit 20`
