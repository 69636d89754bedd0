import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CommentState } from '../comments/comment-rules.ts'

export type OpenToTables = { id: string; institutionId: string; title: string; titleEn: string | null }

/** Consultations into which a table of comments can be brought: the newest first. */
export function listOpenToTables(
  db: Queryable,
  institutions: readonly string[] | null,
  limit: number,
): Promise<OpenToTables[]> {
  return db<OpenToTables[]>`
    select c.id, c.institution_id, c.title,
           (select words from platform.translations where subject = 'consultations.consultation:' || c.id
            and field = 'title' and lang = 'en') as title_en
    from consultations.consultations as c
    where c.state = 'published' and c.slug is not null
      ${institutions ? db`and c.institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by c.published_at desc, c.id desc limit ${limit}`
}

export type ArticleOfText = { nodeId: string; label: string | null }

export const listArticles = (db: Queryable, versionId: string): Promise<ArticleOfText[]> =>
  db<ArticleOfText[]>`
    select node_id, label from platform.text_nodes where version_id = ${versionId} and kind = 'article' order by ordinal`

/** What became of rows that were brought before, by the number under which each would be kept. */
export async function listRowStates(
  tx: Transaction,
  submissionIds: readonly string[],
): Promise<Map<string, CommentState>> {
  const rows = await tx<{ submissionId: string; state: CommentState }[]>`
    select submission_id, state from consultations.comments
    where submission_id = any(${submissionIds as string[]}::uuid[])`
  return new Map(rows.map(({ submissionId, state }) => [submissionId, state]))
}

export async function setPoints(tx: Transaction, deliveryId: string, points: number): Promise<void> {
  await tx`update consultations.deliveries set points = ${points} where id = ${deliveryId}`
}

export type ImportedComment = {
  id: string
  code: string
  email: string | null
  lang: Lang
  title: string
  /** Nobody has touched it since: not its author, not a moderator. */
  untouched: boolean
}

/** The comments that an import brought, held until the deed ends. */
export async function holdImported(tx: Transaction, deliveryId: string): Promise<ImportedComment[]> {
  await tx`select from consultations.comments where delivery_id = ${deliveryId} order by id for update`
  return tx<ImportedComment[]>`
    select comment.id, comment.code, contact.email, comment.lang, consultation.title,
           comment.version = 1 and not exists (
             select from consultations.comment_events as event
             where event.comment_id = comment.id
               and event.kind not in ('entered', 'late', 'in-time', 'confirmed', 'waiting', 'published')) as untouched
    from consultations.comments as comment
    join consultations.consultations as consultation on consultation.id = comment.consultation_id
    left join platform.contacts as contact on contact.id = comment.contact_id
    where comment.delivery_id = ${deliveryId} and comment.state <> 'erased'
    order by comment.id`
}
