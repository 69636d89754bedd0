import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

/**
 * All that everybody may read of a planned act: what was planned, every change, and which consultations it came to, as far
 * as they left the drawer. Where those stand is theirs to say.
 */
const records = (db: Queryable) => db`
  select act.id, act.institution_id, act.institution_slug as institution, to_jsonb(public) as record
  from consultations.published_planned_acts as act
  cross join lateral (
    select act.institution_id, act.kind, act.lang, act.title, act.body, act.published_at, act.changed_at, act.state, act.topics,
           act.places, act.year, act.number, act.title_en, act.act_kind, act.proposer, act.due_from, act.due_to,
           act.promised_from, act.promised_to, act.consultation_planned, act.deciding_body, act.added_later,
           act.dropped_at, act.drop_reason, act.adopted_on, act.adopted_reference, act.carried_from_id, act.version,
           platform.links_record(act.subject) as links,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'version', change.version, 'kind', change.kind, 'from_due_from', change.from_due_from,
                     'from_due_to', change.from_due_to, 'to_due_from', change.to_due_from, 'to_due_to', change.to_due_to,
                     'fields', change.fields, 'reason', change.reason, 'at', change.at) order by change.id), '[]')
            from consultations.planned_act_changes as change where change.planned_act_id = act.id) as changes,
           (select coalesce(jsonb_agg(link.consultation_id order by link.consultation_id), '[]')
            from consultations.planned_act_consultations as link
            join consultations.consultations as consultation on consultation.id = link.consultation_id
            where link.planned_act_id = act.id and consultation.state <> 'draft') as consultations) as public`

export const findActRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'act.id', ids)}`

export const listActRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)} ${after === null ? db`` : db`where act.id > ${after}`} order by act.id limit ${limit}`
