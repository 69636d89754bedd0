import type { PendingQuery, Row } from 'postgres'
import type { Queryable } from '#platform/db/database.ts'

type Piece = PendingQuery<Row[]>

/** A column: the answers that came with one wording of a comment, as the ledger tells them. */
export const answersOf = (db: Queryable, commentId: Piece, n: Piece) => db`
  (select coalesce(json_agg(json_build_object(
      'question', answer.question_id, 'kind', answer.kind, 'chosen', answer.chosen, 'other', answer.other,
      'scale', answer.scale, 'words', answer.words) order by answer.question_id), '[]')
   from consultations.comment_answers as answer where answer.comment_id = ${commentId} and answer.n = ${n})`
