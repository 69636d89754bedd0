import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

/** The answer as it stands, and all that was said in its place before: a correction hides nothing. */
const publicRecords = (db: Queryable) => db`
  select one.id, one.institution_id, institution.slug as institution, to_jsonb(public) as record
  from consultations.recorded_answers as one
  join platform.institutions as institution on institution.id = one.institution_id
  cross join lateral (
    select one.institution_id, one.kind, one.lang, one.title, one.body, one.published_at, one.changed_at, one.state,
           one.consultation_id, one.code, one.version, one.decision, one.ground, one.proposed_role, one.decided_role,
           one.decided_at, one.correction, one.number, one.comments, one.changes,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'n', earlier.n, 'decision', earlier.decision, 'ground', earlier.ground,
                     'reason', earlier.reason, 'correction', earlier.correction, 'published_at', earlier.published_at)
                   order by earlier.n), '[]')
            from consultations.answer_versions as earlier
            where one.state = 'published' and earlier.answer_id = one.id and earlier.n < one.version) as earlier) as public`

export const findPublicAnswers = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${publicRecords(db)} where ${amongIds(db, 'one.id', ids)}`

export const listPublicAnswers = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${publicRecords(db)}
    ${after === null ? db`` : db`where one.id > ${after}`}
    order by one.id limit ${limit}`
