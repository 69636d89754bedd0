import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

/** The newest consultation of an institution that is open now and has a text. */
export const findOpenWithText = async (db: Queryable, institution: string, now: Date): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select id from consultations.published_consultations
      where institution_slug = ${institution} and state = 'published' and not history and text_id is not null
        and closes_at > ${now}
      order by published_at desc, id limit 1`,
  )?.id ?? null
