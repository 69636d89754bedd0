import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CommentState } from '../comments/comment-rules.ts'

export type CoLedConsultation = {
  id: string
  title: string
  slug: string
  institutionName: string
  zone: string
  comments: number
}

const columns = (db: Queryable, lang: Lang) => db`
  select distinct on (c.published_at, c.id) c.id, c.title, c.slug, institution.zone,
         platform.institution_name(c.institution_id, ${lang}, current_date) as institution_name,
         (select count(*)::int from consultations.comments as comment
          where comment.consultation_id = c.id and comment.state in ('published', 'waiting', 'held')) as comments
  from consultations.co_leaders as leader
  join consultations.consultations as c on c.id = leader.consultation_id and c.state in ('published', 'cancelled')
  join platform.institutions as institution on institution.id = c.institution_id
  where leader.ended_at is null and leader.reads_comments`

/** `partners`: the institutions for which somebody reads; null: all. */
export const listCoLed = (
  db: Queryable,
  lang: Lang,
  partners: readonly string[] | null,
): Promise<CoLedConsultation[]> =>
  db<CoLedConsultation[]>`
    ${columns(db, lang)} ${partners ? db`and leader.partner_id = any(${partners as string[]}::uuid[])` : db``}
    order by c.published_at desc, c.id limit 200`

export const findCoLed = async (
  db: Queryable,
  lang: Lang,
  id: string,
  partners: readonly string[] | null,
): Promise<CoLedConsultation | null> =>
  one(
    await db<CoLedConsultation[]>`
      ${columns(db, lang)} and c.id = ${id}
      ${partners ? db`and leader.partner_id = any(${partners as string[]}::uuid[])` : db``} limit 1`,
  )

export type CoLedComment = {
  id: string
  code: string
  state: CommentState
  articleLabel: string | null
  body: string
  /** Null where the name is not public. */
  authorName: string | null
  organisation: string | null
  confirmedAt: Date
}

/** Newest first, by key; never an address, never a name that is not public. */
export const listCoLedComments = (
  db: Queryable,
  consultationId: string,
  before: { confirmedAt: Date; id: string } | null,
  limit: number,
): Promise<CoLedComment[]> =>
  db<CoLedComment[]>`
    select comment.id, comment.code, comment.state, comment.article_label, version.body, comment.confirmed_at,
           case when version.name_public then version.author_name end as author_name,
           case when version.on_behalf = 'organisation' then version.organisation end as organisation
    from consultations.comments as comment
    join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
    where comment.consultation_id = ${consultationId} and comment.confirmed_at is not null
      and comment.state in ('published', 'waiting', 'held')
      ${before ? db`and (comment.confirmed_at, comment.id) < (${before.confirmedAt}, ${before.id})` : db``}
    order by comment.confirmed_at desc, comment.id desc limit ${limit}`
