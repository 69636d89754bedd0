import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { findPublicComments, findSentComments, listPublicComments, listSentComments } from './comment-record-queries.ts'
import { kindWords } from './kind-texts.ts'

const COMMENT = 'consultations.comment'

const FIRST_PUBLIC = [
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
  'about',
  'node_id',
  'article_label',
  'quote',
  'sent_at',
  'confirmed_at',
  'version',
  'author_name',
  'organisation',
  'corrected_at',
  'held_ground',
  'held_at',
  'taken_down_ground',
  'taken_down_at',
  'attachments',
  'earlier',
] as const

const FIRST_SENT = [
  'code',
  'institution_id',
  'consultation',
  'number',
  'lang',
  'about',
  'article_label',
  'quote',
  'quote_prefix',
  'quote_suffix',
  'body',
  'on_behalf',
  'author_name',
  'organisation',
  'name_public',
  'sent_at',
  'confirmed_at',
  'written_at',
  'version',
  'attachments',
] as const

/** A comment as everybody reads it, and the place of one that cannot be read any more. */
export const publishedComments: RecordKind = {
  kind: COMMENT,
  words: kindWords.comment,
  shapes: [
    FIRST_PUBLIC,
    // How it came, who speaks, the wording it proposes, and what of it was covered.
    [
      ...FIRST_PUBLIC,
      'channel',
      'sender_kind',
      'happened_on',
      'received_on',
      'late',
      'suggestion',
      'members',
      'answers',
      'redactions',
    ],
  ],
  find: findPublicComments,
  each: (db, after, limit) => listPublicComments(db, after?.id ?? null, limit),
}

/**
 * What the author of a comment sent, one record for each wording, whether anybody else has read it or not: the receipt
 * proves it.
 */
export const receivedComments: RecordKind = {
  kind: 'consultations.received-comment',
  subjectKind: COMMENT,
  words: kindWords.receivedComment,
  shapes: [
    FIRST_SENT,
    [...FIRST_SENT, 'channel', 'sender_kind', 'happened_on', 'received_on', 'suggestion', 'answers'],
  ],
  everyVersion: true,
  find: findSentComments,
  each: listSentComments,
}
