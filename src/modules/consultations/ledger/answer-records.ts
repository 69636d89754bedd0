import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { findPublicAnswers, listPublicAnswers } from './answer-record-queries.ts'
import { kindWords } from './kind-texts.ts'

/** What was answered, whom it answers, and which places of the text changed because of it. */
export const publishedAnswers: RecordKind = {
  kind: 'consultations.answer',
  words: kindWords.answer,
  shapes: [
    [
      'institution_id',
      'kind',
      'lang',
      'title',
      'body',
      'published_at',
      'changed_at',
      'state',
      'consultation_id',
      'code',
      'version',
      'decision',
      'ground',
      'proposed_role',
      'decided_role',
      'decided_at',
      'correction',
      'number',
      'comments',
      'changes',
      'earlier',
    ],
  ],
  find: findPublicAnswers,
  each: (db, after, limit) => listPublicAnswers(db, after?.id ?? null, limit),
}
