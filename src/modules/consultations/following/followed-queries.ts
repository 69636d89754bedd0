import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'

/**
 * Whoever follows the consultation is told of a comment that everybody reads from now on; once, however often it is held
 * and released. Neither who nor what.
 */
export async function tellCommentPublished(tx: Transaction, commentId: string, at: Date): Promise<void> {
  await tx`
    insert into platform.happenings (matter, subject, kind, institution_id, happened_at)
    select 'consultations.consultation:' || comment.consultation_id, 'consultations.comment:' || comment.id,
           'consultations.comment', comment.institution_id, ${at}
    from consultations.comments as comment
    where comment.id = ${commentId} and comment.state = 'published'
      and not exists (select from platform.happenings as told where told.subject = 'consultations.comment:' || comment.id)`
}

export type ConsultationDays = {
  id: string
  slug: string
  title: string
  opensOn: string | null
  closesOn: string | null
  version: number
  changedAt: Date
  cancelled: boolean
}

/** Of public consultations the days that a calendar shows. */
export function listConsultationDays(db: Queryable, lang: Lang, ids: readonly string[]): Promise<ConsultationDays[]> {
  return db<ConsultationDays[]>`
    select c.id, c.slug, coalesce(title.words, c.title) as title, c.opens_on, c.closes_on, c.version, c.changed_at,
           c.state = 'cancelled' as cancelled
    from consultations.published_consultations as c
    left join platform.translations as title
      on title.subject = c.subject and title.field = 'title' and title.lang = ${lang}
    where c.id = any(${ids as string[]}::uuid[])
    order by c.published_at desc, c.id`
}

export type ActivityDay = {
  consultationId: string
  ordinal: number
  dateFrom: string
  dateTo: string | null
  title: string
  place: string | null
}

/** Meetings and other steps that have a day. */
export function listActivityDays(db: Queryable, lang: Lang, ids: readonly string[]): Promise<ActivityDay[]> {
  return db<ActivityDay[]>`
    select consultation_id, ordinal, date_from, date_to, place,
           coalesce(words -> ${lang} ->> 'title', words -> 'sq' ->> 'title') as title
    from consultations.activities
    where consultation_id = any(${ids as string[]}::uuid[]) and section = 'meeting' and date_from is not null
    order by consultation_id, ordinal`
}
