import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'

export type ConsultationSubject = {
  id: string
  institutionId: string
  title: string
  lang: Lang
  slug: string | null
  stage: 'preliminary' | 'on-draft'
  opensOn: string | null
  repeats: boolean
  /** Whether everybody can read answers to its comments, and its report. */
  hasAnswers: boolean
  hasReport: boolean
}

/** The slug is that of the public page; null as long as there is none. */
export function listConsultationSubjects(db: Queryable, ids: readonly string[]): Promise<ConsultationSubject[]> {
  return db<ConsultationSubject[]>`
    select consultation.id, consultation.institution_id, consultation.title, consultation.lang,
           case when consultation.state in ('published', 'cancelled') then consultation.slug end as slug,
           consultation.stage, consultation.opens_on, consultation.repeats_id is not null as repeats,
           exists (select from consultations.answers as answer
                   where answer.consultation_id = consultation.id and answer.version > 0) as has_answers,
           exists (select from consultations.reports as report
                   where report.consultation_id = consultation.id and report.state = 'published') as has_report
    from consultations.consultations as consultation where consultation.id = any(${ids as string[]}::uuid[])`
}

/** What everybody may read as their titles: of what is public. */
export function listPublicTitles(
  db: Queryable,
  lang: Lang,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  return db<{ id: string; title: string }[]>`
    select c.id, coalesce(title.words, c.title) as title
    from consultations.consultations as c
    left join platform.translations as title
      on title.subject = 'consultations.consultation:' || c.id and title.field = 'title' and title.lang = ${lang}
    where c.id = any(${ids as string[]}::uuid[]) and c.state in ('published', 'cancelled')`
}

export type CommentSubject = {
  id: string
  institutionId: string
  code: string | null
  slug: string | null
  isPublic: boolean
  /** A held or withdrawn one has a page that says so; its files are not shown. */
  documentsPublic: boolean
}

export function listCommentSubjects(db: Queryable, ids: readonly string[]): Promise<CommentSubject[]> {
  return db<CommentSubject[]>`
    select comment.id, comment.institution_id, comment.code, case when consultation.state in ('published', 'cancelled') then consultation.slug end as slug,
           comment.state in ('published', 'held', 'withdrawn') as is_public,
           comment.state = 'published' as documents_public
    from consultations.comments as comment
    join consultations.consultations as consultation on consultation.id = comment.consultation_id
    where comment.id = any(${ids as string[]}::uuid[])`
}
