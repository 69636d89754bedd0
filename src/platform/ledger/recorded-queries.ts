import type { Queryable } from '../db/database.ts'
import type { PublicRecord } from './entry-rules.ts'

/**
 * A view with one row for each public record: `id`, `institution_id`, `institution` (the word of it in addresses), and all
 * that the record says. Its name is written in the program, never typed.
 */
export type RecordedView = `${'platform' | 'consultations' | 'council'}.recorded_${string}`

export type RecordedRow = { id: string; institutionId: string | null; institution: string | null; record: PublicRecord }

export const findRecorded = (db: Queryable, view: RecordedView, ids: readonly string[]): Promise<RecordedRow[]> =>
  db<RecordedRow[]>`
    select recorded.id, recorded.institution_id, recorded.institution, to_jsonb(recorded) as record
    from ${db(view)} as recorded where recorded.id = any(${[...ids]}::uuid[]) order by recorded.id`

export const eachRecorded = (
  db: Queryable,
  view: RecordedView,
  after: string | null,
  limit: number,
): Promise<RecordedRow[]> =>
  db<RecordedRow[]>`
    select recorded.id, recorded.institution_id, recorded.institution, to_jsonb(recorded) as record
    from ${db(view)} as recorded ${after === null ? db`` : db`where recorded.id > ${after}`}
    order by recorded.id limit ${limit}`
