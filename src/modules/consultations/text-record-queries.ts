import { amongIds } from '#platform/db/among-ids.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Anchor } from '#platform/texts/compare/comparison.ts'
import type { PublicTextRecord } from '#platform/texts/text-holder.ts'

/** What the rooms of texts ask of a consultation and of the comments on it. */

export type TextRecordRow = {
  id: string
  institutionId: string
  title: string
  zone: string
  slug: string | null
  textId: string | null
  state: 'draft' | 'published' | 'cancelled' | 'taken-down'
  history: boolean
  closesAt: Date | null
  waiting: number
}

const recordColumns = (db: Queryable) => db`
  select c.id, c.institution_id, c.title, institution.zone, c.slug, c.text_id, c.state, c.history,
         case when c.state = 'published' and not c.history then deadline.due_at end as closes_at,
         (select count(*)::int from consultations.comments as comment
          where comment.consultation_id = c.id and comment.state = 'waiting') as waiting
  from consultations.consultations as c
  join platform.institutions as institution on institution.id = c.institution_id
  left join platform.deadlines as deadline
    on deadline.subject = 'consultations.consultation:' || c.id and deadline.slot = 'comments'`

export const findTextRecord = async (db: Queryable, id: string): Promise<TextRecordRow | null> =>
  one(await db<TextRecordRow[]>`${recordColumns(db)} where c.id = ${id} and c.stage = 'on-draft'`)

/** Locks the row first and reads it afterwards: what was written while we waited for the lock is seen. */
export async function holdTextRecord(tx: Transaction, id: string): Promise<TextRecordRow | null> {
  await tx`select from consultations.consultations where id = ${id} for update`
  return findTextRecord(tx, id)
}

export const listTextRecords = (db: Queryable, textIds: readonly string[]): Promise<TextRecordRow[]> =>
  db<TextRecordRow[]>`${recordColumns(db)} where ${amongIds(db, 'c.text_id', textIds)}`

type PublicRow = Omit<PublicTextRecord, 'institution'> & {
  institutionId: string
  institutionSlug: string
  institutionName: string
  jurisdiction: Jurisdiction
}

export async function findPublicTextRecord(db: Queryable, lang: Lang, slug: string): Promise<PublicTextRecord | null> {
  const row = one(
    await db<PublicRow[]>`
      select c.id, c.subject, c.slug, coalesce(title.words, c.title) as title,
             case when title.words is null then c.lang else ${lang} end as shown_lang,
             c.institution_id, institution.slug as institution_slug, institution.jurisdiction,
             platform.institution_name(c.institution_id, ${lang}, c.published_at::date) as institution_name,
             institution.zone, c.register_year as year, c.register_number as number, c.text_id
      from consultations.published_consultations as c
      join platform.institutions as institution on institution.id = c.institution_id
      left join platform.translations as title
        on title.subject = c.subject and title.field = 'title' and title.lang = ${lang}
      where c.slug = ${slug} and c.text_id is not null
        and exists (select from platform.text_versions as version
                    where version.text_id = c.text_id and version.state = 'published')`,
  )
  if (!row) return null
  const { institutionId: id, institutionSlug, institutionName: name, jurisdiction, ...record } = row
  return { ...record, institution: { id, slug: institutionSlug, name, jurisdiction } }
}

export async function findSlugByNumber(
  db: Queryable,
  institutionSlug: string,
  year: number,
  number: number,
): Promise<string | null> {
  const row = one(
    await db<{ slug: string }[]>`
      select c.slug from consultations.published_consultations as c
      join platform.institutions as institution on institution.id = c.institution_id
      where institution.slug = ${institutionSlug} and c.register_year = ${year} and c.register_number = ${number}`,
  )
  return row?.slug ?? null
}

/** What people have said about a version and stands: in the order of the references. */
export const listCommentAnchors = (
  db: Queryable,
  versionId: string,
  after: string | null,
  limit: number,
): Promise<Anchor[]> => db<Anchor[]>`
  select 'consultations.comment:' || id as subject, text_version_id as version_id, node_id, quote,
         coalesce(quote_prefix, '') as prefix, coalesce(quote_suffix, '') as suffix
  from consultations.comments
  where text_version_id = ${versionId} and node_id is not null and state not in ('sent', 'erased')
    ${after === null ? db`` : db`and id > ${after}`}
  order by id limit ${limit}`

export type CommentExcerpt = {
  id: string
  code: string | null
  slug: string | null
  /** Null: not for everybody. */
  excerpt: string | null
  public: boolean
  articleLabel: string | null
  quote: string | null
}

export const listCommentExcerpts = (db: Queryable, ids: readonly string[]): Promise<CommentExcerpt[]> =>
  db<CommentExcerpt[]>`
    select comment.id, comment.code, consultation.slug, comment.article_label,
           case when comment.state = 'published' then comment.quote end as quote,
           case when comment.state = 'published' then left(version.body, 240) end as excerpt,
           comment.state = 'published' and consultation.state in ('published', 'cancelled') as public
    from consultations.comments as comment
    join consultations.consultations as consultation on consultation.id = comment.consultation_id
    join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
    where comment.id = any(${ids as string[]}::uuid[])`

/** Whether a later version of the text was published since the comment was written; null: it hangs on no text. */
export async function findNewestVersionSince(db: Queryable, commentId: string): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select newest.id from consultations.comments as comment
      join platform.text_versions as own on own.id = comment.text_version_id
      join platform.text_versions as newest
        on newest.text_id = own.text_id and newest.n > own.n and newest.state = 'published'
      where comment.id = ${commentId}
      order by newest.n desc limit 1`,
  )
  return row?.id ?? null
}
