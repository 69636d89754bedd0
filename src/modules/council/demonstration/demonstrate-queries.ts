import { one, type Queryable } from '#platform/db/database.ts'

/** A consultation that is over, and when it was concluded. */
export const findConcluded = async (db: Queryable, slug: string): Promise<{ ref: string; concludedAt: Date } | null> =>
  one(
    await db<{ ref: string; concludedAt: Date }[]>`
      select consultation.subject as ref, consultation.concluded_at
      from consultations.published_consultations as consultation
      where consultation.slug = ${slug} and consultation.concluded_at is not null`,
  )
