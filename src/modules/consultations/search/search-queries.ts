import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'

export type FoundConsultation = {
  id: string
  institutionId: string
  lang: 'sq' | 'en' | 'sr'
  title: string
  body: string
  slug: string
  registerYear: number | null
  registerNumber: number | null
  publishedAt: Date
  changedAt: Date
  day: string
  opensAt: Date
  closesOn: string | null
  closesAt: Date | null
  cancelled: boolean
  history: boolean
  topics: string[]
  places: string[]
  /** Who leads together, under every name that is shown. */
  partners: string[]
  /** In English, where somebody wrote it. */
  titleEn: string | null
  summaryEn: string | null
  textVersionId: string | null
  /** In which the newest text is written. */
  textLang: 'sq' | 'en' | 'sr' | null
}

export const listFoundConsultations = (db: Queryable, ids: readonly string[]): Promise<FoundConsultation[]> =>
  db<FoundConsultation[]>`
    select one.id, one.institution_id, one.lang, one.title, one.body, one.slug, one.register_year, one.register_number,
           one.published_at, one.changed_at, (one.published_at at time zone one.zone)::date::text as day,
           one.opens_on::timestamp at time zone one.zone as opens_at, one.closes_on::text as closes_on, one.closes_at,
           one.state = 'cancelled' as cancelled, one.history, one.topics, one.places,
           array(select distinct coalesce(leader.name, platform.institution_name(leader.partner_id, said.lang, current_date))
                 from consultations.co_leaders as leader cross join (values ('sq'), ('en')) as said (lang)
                 where leader.consultation_id = one.id and leader.ended_at is null order by 1) as partners,
           (select words from platform.translations as said
            where said.subject = one.subject and said.field = 'title' and said.lang = 'en') as title_en,
           (select words from platform.translations as said
            where said.subject = one.subject and said.field = 'summary' and said.lang = 'en') as summary_en,
           version.id as text_version_id, version.lang as text_lang
    from consultations.published_consultations as one
    left join lateral (
      select version.id, version.lang from platform.text_versions as version
      where version.text_id = one.text_id and version.state = 'published' order by version.n desc limit 1) as version on true
    where ${amongIds(db, 'one.id', ids)}`

export const listPublicConsultationIds = async (
  db: Queryable,
  after: string | null,
  limit: number,
): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from consultations.consultations
    where state in ('published', 'cancelled') ${after === null ? db`` : db`and id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

export type FoundComment = {
  id: string
  institutionId: string
  lang: 'sq' | 'en' | 'sr'
  body: string
  code: string
  articleLabel: string | null
  consultationId: string
  consultationTitle: string
  consultationSlug: string
  publishedAt: Date
  changedAt: Date
  day: string
  topics: string[]
  places: string[]
}

/** Those that everybody can read: held, withdrawn and removed ones have no words. */
export const listFoundComments = (db: Queryable, ids: readonly string[]): Promise<FoundComment[]> => db<FoundComment[]>`
  select comment.id, comment.institution_id, comment.lang, comment.body, comment.code, comment.article_label,
         consultation.id as consultation_id, consultation.title as consultation_title, consultation.slug as consultation_slug,
         comment.published_at, comment.changed_at, (comment.published_at at time zone consultation.zone)::date::text as day,
         comment.topics, comment.places
  from consultations.published_comments as comment
  join consultations.published_consultations as consultation on consultation.id = comment.consultation_id
  where comment.state = 'published' and comment.body is not null and ${amongIds(db, 'comment.id', ids)}`

export const listPublicCommentIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from consultations.comments
    where state = 'published' ${after === null ? db`` : db`and id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/**
 * They carry its topics, places and title, and are public with it: those that stand in the index otherwise. There may be a
 * hundred thousand, and most deeds change nothing of that.
 */
export const listCommentsOf = async (db: Queryable, consultationIds: readonly string[]): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    with matter as materialized (
      select one.id, one.title, one.topics, one.places from consultations.published_consultations as one
      where ${amongIds(db, 'one.id', consultationIds)})
    select comment.id from consultations.comments as comment
    left join matter on matter.id = comment.consultation_id
    left join platform.search_documents as found
      on found.subject = 'consultations.comment:' || comment.id and found.part = ''
    where comment.consultation_id = any(${consultationIds as string[]}::uuid[]) and comment.state = 'published'
      and case when matter.id is null then found.id is not null
          else found.id is null or (found.title, found.topics, found.places) is distinct from
                 (matter.title, matter.topics, matter.places) end`
  return rows.map(({ id }) => id)
}

export type FoundDocument = {
  /** Of the file, for each language one. */
  id: string
  documentId: string
  consultationId: string
  title: string | null
  fileName: string
  lang: string
  addedAt: Date
  words: string
}

/** Files of consultations that everybody can have now, with the words that were read from them. */
export const listFoundDocuments = (db: Queryable, consultationIds: readonly string[]): Promise<FoundDocument[]> =>
  db<FoundDocument[]>`
    select document.id, document.document as document_id, document.consultation as consultation_id, document.title,
           document.file_name, document.lang, document.added_at,
           (select coalesce(string_agg(page.text, E'\n' order by page.page), '')
            from platform.document_texts as page where page.file_id = document.id) as words
    from consultations.open_documents as document
    where ${amongIds(db, 'document.consultation', consultationIds)}`
