import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

const publicRecords = (db: Queryable) => db`
  select one.id, one.institution_id, institution.slug as institution, to_jsonb(public) as record
  from consultations.recorded_comment_groups as one
  join platform.institutions as institution on institution.id = one.institution_id
  cross join lateral (
    select one.institution_id, one.kind, one.lang, one.title, one.body, one.published_at, one.changed_at, one.state,
           one.consultation_id, one.code, one.article_label, one.confirmed_at, one.sample, one.number, one.members,
           one.joined_into) as public`

export const findPublicGroups = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${publicRecords(db)} where ${amongIds(db, 'one.id', ids)}`

export const listPublicGroups = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${publicRecords(db)}
    ${after === null ? db`` : db`where one.id > ${after}`}
    order by one.id limit ${limit}`
