import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

/** The first public consultation of an institution on a draft, in the example. */
export const findDemoConsultation = async (
  db: Queryable,
  institutionId: string,
): Promise<{ id: string; publishedOn: string } | null> =>
  one(
    await db<{ id: string; publishedOn: string }[]>`
      select c.id, (c.published_at at time zone institution.zone)::date::text as published_on
      from consultations.consultations as c join platform.institutions as institution on institution.id = c.institution_id
      where c.institution_id = ${institutionId} and c.state = 'published' and c.stage = 'on-draft' and not c.history
      order by c.register_number limit 1`,
  )
