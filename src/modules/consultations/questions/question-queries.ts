import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Answer, Question, QuestionKind, QuestionOption } from './question-rules.ts'

const columns = (db: Queryable) => db`
  question.id, question.node_id, question.ordinal, question.kind, question.compulsory, question.label, question.label_en,
  question.hint, question.hint_en, question.other, question.least, question.most, question.scale_to, question.low,
  question.low_en, question.high, question.high_en, question.version, question.withdrawn_at,
  (select coalesce(json_agg(json_build_object('n', option.n, 'words', option.words, 'wordsEn', option.words_en)
                            order by option.n), '[]')
   from consultations.question_options as option where option.question_id = question.id) as options,
  (select coalesce(json_agg(json_build_object('kind', event.kind, 'version', event.version, 'labelBefore', event.label_before,
                                              'at', event.at, 'reason', event.reason) order by event.id), '[]')
   from consultations.question_events as event where event.question_id = question.id) as events`

/** In their order; those that were withdrawn too. */
export const listQuestions = (db: Queryable, consultationId: string): Promise<Question[]> => db<Question[]>`
  select ${columns(db)} from consultations.questions as question
  where question.consultation_id = ${consultationId} order by question.ordinal`

/** Those of a public consultation, by its address. */
export const listQuestionsAt = (db: Queryable, slug: string): Promise<Question[]> => db<Question[]>`
  select ${columns(db)} from consultations.questions as question
  where question.consultation_id = (
    select id from consultations.consultations where slug = ${slug} and state in ('published', 'cancelled'))
  order by question.ordinal`

export const findOpenResults = async (db: Queryable, consultationId: string): Promise<boolean | null> =>
  one(
    await db<{ openResults: boolean }[]>`
      select open_results from consultations.questionnaires where consultation_id = ${consultationId}`,
  )?.openResults ?? null

type Place = { institutionId: string; consultationId: string }

export async function keepQuestionnaire(
  tx: Transaction,
  { institutionId, consultationId, openResults, at }: Place & { openResults?: boolean; at: Date },
): Promise<void> {
  await tx`
    insert into consultations.questionnaires (consultation_id, institution_id, open_results, changed_at)
    values (${consultationId}, ${institutionId}, ${openResults ?? false}, ${at})
    on conflict (consultation_id) do update set
      open_results = coalesce(${openResults ?? null}, questionnaires.open_results), changed_at = excluded.changed_at`
}

export type QuestionFields = {
  nodeId: string | null
  kind: QuestionKind
  compulsory: boolean
  label: string
  labelEn: string | null
  hint: string | null
  hintEn: string | null
  other: boolean
  least: number | null
  most: number | null
  scaleTo: number | null
  low: string | null
  lowEn: string | null
  high: string | null
  highEn: string | null
}

/** Last of all. False: the same form has brought it before. */
export async function insertQuestion(
  tx: Transaction,
  place: Place & { id: string; at: Date },
  fields: QuestionFields,
): Promise<boolean> {
  const result = await tx`
    insert into consultations.questions
      (id, institution_id, consultation_id, ordinal, node_id, kind, compulsory, label, label_en, hint, hint_en, other,
       least, most, scale_to, low, low_en, high, high_en, created_at)
    select ${place.id}, ${place.institutionId}, ${place.consultationId},
           coalesce((select max(ordinal) from consultations.questions where consultation_id = ${place.consultationId}), 0) + 1,
           ${fields.nodeId}, ${fields.kind}, ${fields.compulsory}, ${fields.label}, ${fields.labelEn}, ${fields.hint},
           ${fields.hintEn}, ${fields.other}, ${fields.least}, ${fields.most}, ${fields.scaleTo}, ${fields.low},
           ${fields.lowEn}, ${fields.high}, ${fields.highEn}, ${place.at}
    on conflict (id) do nothing`
  return result.count > 0
}

export async function updateQuestion(tx: Transaction, id: string, fields: QuestionFields): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update consultations.questions set
      node_id = ${fields.nodeId}, kind = ${fields.kind}, compulsory = ${fields.compulsory}, label = ${fields.label},
      label_en = ${fields.labelEn}, hint = ${fields.hint}, hint_en = ${fields.hintEn}, other = ${fields.other},
      least = ${fields.least}, most = ${fields.most}, scale_to = ${fields.scaleTo}, low = ${fields.low},
      low_en = ${fields.lowEn}, high = ${fields.high}, high_en = ${fields.highEn}, version = version + 1
    where id = ${id} returning version`
  return row?.version ?? 1
}

/** All of a question; those numbered beyond the last are taken away, which only a draft lets happen. */
export async function keepOptions(
  tx: Transaction,
  place: Place & { questionId: string },
  options: readonly QuestionOption[],
): Promise<void> {
  await tx`
    delete from consultations.question_options where question_id = ${place.questionId} and n > ${options.length}`
  await tx`
    insert into consultations.question_options (institution_id, consultation_id, question_id, n, words, words_en)
    select ${place.institutionId}, ${place.consultationId}, ${place.questionId}, option.n, option.words, option.words_en
    from unnest(${options.map(({ n }) => n)}::int[], ${options.map(({ words }) => words)}::text[],
                ${options.map(({ wordsEn }) => wordsEn)}::text[]) as option (n, words, words_en)
    on conflict (question_id, n) do update set words = excluded.words, words_en = excluded.words_en
    where (question_options.words, question_options.words_en) is distinct from (excluded.words, excluded.words_en)`
}

/** The order as a whole, by ids. */
export async function orderQuestions(tx: Transaction, consultationId: string, ids: readonly string[]): Promise<void> {
  await tx`
    update consultations.questions as question set ordinal = given.place
    from unnest(${ids as string[]}::uuid[]) with ordinality as given (id, place)
    where question.consultation_id = ${consultationId} and question.id = given.id`
}

export async function deleteQuestion(tx: Transaction, id: string): Promise<void> {
  await tx`delete from consultations.questions where id = ${id}`
}

export async function markWithdrawn(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update consultations.questions set withdrawn_at = ${at} where id = ${id} and withdrawn_at is null`
}

export async function insertQuestionEvent(
  tx: Transaction,
  event: Place & {
    questionId: string
    kind: 'added' | 'corrected' | 'withdrawn'
    version: number
    labelBefore: string | null
    at: Date
    by: string | null
    reason: string
  },
): Promise<void> {
  await tx`
    insert into consultations.question_events
      (institution_id, consultation_id, question_id, kind, version, label_before, at, by_account_id, reason)
    values
      (${event.institutionId}, ${event.consultationId}, ${event.questionId}, ${event.kind}, ${event.version},
       ${event.labelBefore}, ${event.at}, ${event.by}, ${event.reason})`
}

/** With the words of one version of a comment. */
export async function insertAnswers(
  tx: Transaction,
  wording: { institutionId: string; commentId: string; n: number },
  answers: readonly Answer[],
): Promise<void> {
  if (answers.length === 0) return
  const rows = answers.map(({ question, kind, chosen, other, scale, words }) => ({
    question_id: question,
    kind,
    chosen,
    other,
    scale,
    words,
  }))
  await tx`
    insert into consultations.comment_answers (institution_id, comment_id, n, question_id, kind, chosen, other, scale, words)
    select ${wording.institutionId}, ${wording.commentId}, ${wording.n}, question_id, kind, chosen, other, scale, words
    from jsonb_to_recordset(${tx.json(rows)}::jsonb) as row (
      question_id uuid, kind text, chosen int[], other text, scale int, words text)`
}
