import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Answer } from '../questions/question-rules.ts'
import type { CommentState } from '../comments/comment-rules.ts'

/** A comment with all its wordings, for its author. */
export type PersonalComment = {
  id: string
  institutionId: string
  contactId: string | null
  code: string | null
  state: CommentState
  title: string
  slug: string
  lang: Lang
  articleLabel: string | null
  quote: string | null
  sentAt: Date
  confirmedAt: Date | null
  versions: {
    n: number
    words: string
    suggestion: string | null
    answers: Answer[]
    name: string | null
    organisation: string | null
    nameIsPublic: boolean
  }[]
}

const comments = (db: Queryable, lang: Lang) => db`
  select comment.id, comment.institution_id, comment.contact_id, comment.code, comment.state, consultation.slug,
         comment.lang, comment.article_label, comment.quote, comment.sent_at, comment.confirmed_at,
         case when consultation.state = 'taken-down'
           then coalesce(consultation.register_number || '/' || consultation.register_year, '–')
           else coalesce((select words from platform.translations
                          where subject = 'consultations.consultation:' || consultation.id and field = 'title'
                            and lang = ${lang}), consultation.title) end as title,
         (select json_agg(json_build_object('n', version.n, 'words', version.body, 'suggestion', version.suggestion,
                                            'answers', consultations.answers_record(comment.id, version.n), 'name', version.author_name,
                                            'organisation', version.organisation, 'nameIsPublic', version.name_public)
                          order by version.n)
          from consultations.comment_versions as version where version.comment_id = comment.id) as versions
  from consultations.comments as comment
  join consultations.consultations as consultation on consultation.id = comment.consultation_id`

export function listPersonalComments(db: Queryable, lang: Lang, contactId: string): Promise<PersonalComment[]> {
  return db<PersonalComment[]>`
    ${comments(db, lang)} where comment.contact_id = ${contactId} and comment.state <> 'erased'
    order by comment.sent_at desc, comment.id`
}

export async function findByCode(db: Queryable, lang: Lang, code: string): Promise<PersonalComment | null> {
  return one(
    await db<PersonalComment[]>`
      ${comments(db, lang)} where comment.code = ${code} and comment.state <> 'erased'`,
  )
}

export async function findById(db: Queryable, lang: Lang, id: string): Promise<PersonalComment | null> {
  return one(
    await db<PersonalComment[]>`
      ${comments(db, lang)} where comment.id = ${id} and comment.state <> 'erased'`,
  )
}

export type HeldComment = {
  id: string
  institutionId: string
  contactId: string | null
  state: CommentState
  version: number
}

/** Locked until the transaction ends. */
export function holdCommentsOf(tx: Transaction, contactId: string): Promise<HeldComment[]> {
  return tx<HeldComment[]>`
    select id, institution_id, contact_id, state, version from consultations.comments
    where contact_id = ${contactId} and state <> 'erased' order by id for update`
}

export function holdCommentById(tx: Transaction, id: string): Promise<HeldComment[]> {
  return tx<HeldComment[]>`
    select id, institution_id, contact_id, state, version from consultations.comments
    where id = ${id} and state <> 'erased' for update`
}

/** Words and name stand in one row and go together; so does what a moderator wrote to the author. */
export async function eraseWords(
  tx: Transaction,
  comment: { id: string; tokenDigest: Buffer; at: Date },
): Promise<void> {
  await tx`delete from consultations.comment_versions where comment_id = ${comment.id}`
  await tx`update consultations.comment_events set note = null where comment_id = ${comment.id} and note is not null`
  await tx`
    delete from platform.consents where subject = 'consultations.comment:' || ${comment.id}
      and contact_id = (select contact_id from consultations.comments where id = ${comment.id})`
  await tx`
    update consultations.comments set state = 'erased', erased_at = ${comment.at}, changed_at = ${comment.at},
      contact_id = null, token_digest = ${comment.tokenDigest}
    where id = ${comment.id}`
}

/** One that was never confirmed was never counted: nothing of it is left. */
export async function deleteComment(tx: Transaction, id: string): Promise<void> {
  await tx`delete from platform.documents where subject = 'consultations.comment:' || ${id}`
  await tx`delete from consultations.comment_events where comment_id = ${id}`
  await tx`delete from consultations.comment_versions where comment_id = ${id}`
  await tx`
    delete from platform.consents where subject = 'consultations.comment:' || ${id}
      and contact_id = (select contact_id from consultations.comments where id = ${id})`
  await tx`delete from consultations.comments where id = ${id}`
}

export async function setToken(tx: Transaction, id: string, tokenDigest: Buffer): Promise<void> {
  await tx`update consultations.comments set token_digest = ${tokenDigest} where id = ${id}`
}

/** In every wording: an export of any of them must not show it any more. */
export async function hideName(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update consultations.comment_versions set name_public = false where comment_id = ${id} and name_public`
  await tx`update consultations.comments set changed_at = ${at} where id = ${id}`
}

export async function setName(tx: Transaction, id: string, name: string): Promise<boolean> {
  const result = await tx`
    update consultations.comment_versions set author_name = ${name}
    where comment_id = ${id} and author_name is not null and author_name <> ${name}`
  return result.count > 0
}
