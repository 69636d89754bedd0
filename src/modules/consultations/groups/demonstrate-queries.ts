import type { Queryable } from '#platform/db/database.ts'

/** The newest consultation of an institution that is open now and has a text. */
export const findOpenWithoutGroups = async (
  db: Queryable,
  institution: string,
  now: Date,
): Promise<{ id: string; slug: string } | null> =>
  (
    await db<{ id: string; slug: string }[]>`
      select consultation.id, consultation.slug from consultations.published_consultations as consultation
      where consultation.institution_slug = ${institution} and consultation.state = 'published' and not consultation.history
        and consultation.text_id is not null and consultation.closes_at > ${now}
        and not exists (select from consultations.comment_groups as grouped where grouped.consultation_id = consultation.id)
      order by consultation.published_at desc, consultation.id limit 1`
  )[0] ?? null
