import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

const transmittals = (db: Queryable) => db`
  select one.id, one.institution_id, one.institution_slug as institution, to_jsonb(public) as record
  from council_acts.published_transmittals as one
  cross join lateral (
    select one.institution_id, one.kind, one.lang, one.title, one.body, one.published_at, one.changed_at, one.state,
           one.topics, one.places, one.number_year, one.number, one.authority_name, one.authority_institution_id,
           one.protocol, one.channel, one.sent_on, one.received_protocol, one.received_on, one.received_as,
           one.withdrawn_at, one.withdrawn_reason, one.version,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'act', sent.act_id, 'ordinal', sent.ordinal, 'round', sent.round, 're_examined', sent.re_examined,
                     're_examined_on', sent.re_examined_on, 're_examined_vote', sent.re_examined_vote)
                                      order by sent.ordinal), '[]')
            from council_acts.published_transmitted_acts as sent where sent.transmittal_id = one.id) as acts) as public`

export const findTransmittalRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${transmittals(db)} where ${amongIds(db, 'one.id', ids)}`

export const listTransmittalRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${transmittals(db)} ${after === null ? db`` : db`where one.id > ${after}`} order by one.id limit ${limit}`

/** Of the act only which one it is: its number and title belong to its own record. */
const verdicts = (db: Queryable) => db`
  select one.id, one.institution_id, one.institution_slug as institution, to_jsonb(public) as record
  from council_acts.published_verdicts as one
  cross join lateral (
    select one.institution_id, one.kind, one.lang, one.body, one.published_at, one.changed_at, one.state, one.topics,
           one.places, one.n, one.act_id, one.transmittal_id, one.decided_on, one.protocol, one.effective_on, one.entered_as,
           one.replaces_id) as public`

export const findVerdictRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${verdicts(db)} where ${amongIds(db, 'one.id', ids)}`

export const listVerdictRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${verdicts(db)} ${after === null ? db`` : db`where one.id > ${after}`} order by one.id limit ${limit}`

/** What was said of these acts, public or not. */
export const listVerdictIds = async (db: Queryable, actIds: readonly string[]): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select id from council_acts.verdicts where act_id = any(${[...actIds]}::uuid[]) order by id`
  ).map(({ id }) => id)
