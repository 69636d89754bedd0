import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CommentState } from '../comments/comment-rules.ts'
import type { RedactionGround } from './redaction-rules.ts'

/** Every place where words of a comment are kept, one row each, in their order. */
export type KeptWords = {
  /** Of the comment itself: what it quotes, and what stands around that. */
  part: 'quote' | 'quote-prefix' | 'quote-suffix' | 'body' | 'suggestion' | 'answer' | 'answer-other'
  /** Of the wording; 0: of the comment. */
  n: number
  /** Of the answer. */
  id: string | null
  words: string
}

export const listKeptWords = (db: Queryable, commentId: string): Promise<KeptWords[]> => db<KeptWords[]>`
  select kept.part, 0 as n, null::uuid as id, kept.words
  from consultations.comments as comment cross join lateral (values
    (1, 'quote', comment.quote), (2, 'quote-prefix', comment.quote_prefix), (3, 'quote-suffix', comment.quote_suffix)
  ) as kept (place, part, words)
  where comment.id = ${commentId} and kept.words is not null
  union all
  select kept.part, version.n, null, kept.words
  from consultations.comment_versions as version cross join lateral (values
    (1, 'body', nullif(version.body, '')), (2, 'suggestion', version.suggestion)
  ) as kept (place, part, words)
  where version.comment_id = ${commentId} and kept.words is not null
  union all
  select kept.part, answer.n, answer.id, kept.words
  from consultations.comment_answers as answer cross join lateral (values
    (1, 'answer', answer.words), (2, 'answer-other', answer.other)
  ) as kept (place, part, words)
  where answer.comment_id = ${commentId} and kept.words is not null
  order by n desc, part`

export async function writeKeptWords(tx: Transaction, commentId: string, kept: KeptWords): Promise<void> {
  const { part, n, id, words } = kept
  switch (part) {
    case 'quote':
      await tx`update consultations.comments set quote = ${words} where id = ${commentId}`
      return
    case 'quote-prefix':
      await tx`update consultations.comments set quote_prefix = ${words} where id = ${commentId}`
      return
    case 'quote-suffix':
      await tx`update consultations.comments set quote_suffix = ${words} where id = ${commentId}`
      return
    case 'body':
      await tx`update consultations.comment_versions set body = ${words} where comment_id = ${commentId} and n = ${n}`
      return
    case 'suggestion':
      await tx`update consultations.comment_versions set suggestion = ${words} where comment_id = ${commentId} and n = ${n}`
      return
    case 'answer':
      await tx`update consultations.comment_answers set words = ${words} where comment_id = ${commentId} and id = ${id}`
      return
    default:
      await tx`update consultations.comment_answers set other = ${words} where comment_id = ${commentId} and id = ${id}`
  }
}

export type WordingToCheck = {
  n: number
  body: string
  suggestion: string | null
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  found: string[]
}

export const listWordings = (tx: Transaction, commentId: string): Promise<WordingToCheck[]> => tx<WordingToCheck[]>`
  select n, body, suggestion, author_name, organisation, name_public, found from consultations.comment_versions
  where comment_id = ${commentId} order by n`

export async function setFound(tx: Transaction, commentId: string, n: number, found: readonly string[]): Promise<void> {
  await tx`
    update consultations.comment_versions set found = ${found as string[]} where comment_id = ${commentId} and n = ${n}`
}

export type CommentToRedact = {
  id: string
  institutionId: string
  code: string
  state: CommentState
  version: number
  changedAt: Date
  lang: Lang
  email: string | null
  title: string
  slug: string
}

export async function holdCommentToRedact(tx: Transaction, id: string): Promise<CommentToRedact | null> {
  await tx`select from consultations.comments where id = ${id} for update`
  return one(
    await tx<CommentToRedact[]>`
      select comment.id, comment.institution_id, comment.code, comment.state, comment.version, comment.changed_at,
             comment.lang, contact.email, consultation.title, consultation.slug
      from consultations.comments as comment
      join consultations.consultations as consultation on consultation.id = comment.consultation_id
      left join platform.contacts as contact on contact.id = comment.contact_id
      where comment.id = ${id} and comment.confirmed_at is not null and comment.state <> 'erased'`,
  )
}

export async function insertRedaction(
  tx: Transaction,
  redaction: {
    institutionId: string
    commentId: string
    formId: string
    ground: RedactionGround
    passages: number
    at: Date
    by: string
  },
): Promise<void> {
  await tx`
    insert into consultations.comment_redactions
      (institution_id, comment_id, form_id, ground, passages, at, by_account_id)
    values (${redaction.institutionId}, ${redaction.commentId}, ${redaction.formId}, ${redaction.ground},
            ${redaction.passages}, ${redaction.at}, ${redaction.by})`
}

export const isRedactedBy = async (db: Queryable, formId: string): Promise<boolean> =>
  (await db`select from consultations.comment_redactions where form_id = ${formId}`).length > 0

export async function touchComment(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update consultations.comments set changed_at = ${at} where id = ${id}`
}

export type Redaction = { commentId: string; ground: RedactionGround; at: Date; passages: number }

/** Of the comments named, newest first. */
export const listRedactions = (db: Queryable, ids: readonly string[]): Promise<Redaction[]> => db<Redaction[]>`
  select comment_id, ground, at, passages from consultations.comment_redactions
  where comment_id = any(${ids as string[]}::uuid[]) order by at desc, id`

/** When it was changed last: a preview holds for what it showed. */
export const findRedactable = async (db: Queryable, id: string): Promise<Date | null> =>
  one(await db<{ changedAt: Date }[]>`select changed_at from consultations.comments where id = ${id}`)?.changedAt ??
  null
