import type { Queryable } from '#platform/db/database.ts'

/** Access follows the state of the record, never the address of the file. */
export async function isPublicSubject(db: Queryable, slug: string, subject: string): Promise<boolean> {
  const rows = await db`
    select from consultations.published_consultations as consultation
    where consultation.slug = ${slug} and (
      consultation.subject = ${subject}
      or exists (
        select from consultations.published_comments as comment
        where comment.consultation_id = consultation.id and comment.subject = ${subject} and comment.state = 'published'))`
  return rows.length > 0
}
