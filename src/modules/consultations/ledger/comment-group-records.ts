import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { findPublicGroups, listPublicGroups } from './comment-group-record-queries.ts'
import { kindWords } from './kind-texts.ts'

/** A group that a person has confirmed, with the codes of all its members; and the place of one that was. */
export const publishedCommentGroups: RecordKind = {
  kind: 'consultations.comment-group',
  words: kindWords.commentGroup,
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
      'article_label',
      'confirmed_at',
      'sample',
      'number',
      'members',
      'joined_into',
    ],
  ],
  find: findPublicGroups,
  each: (db, after, limit) => listPublicGroups(db, after?.id ?? null, limit),
}
