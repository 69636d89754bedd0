import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { BodyRow, ItemRow, MeetingRow, PaperRow } from './oparl-row-rules.ts'

type Of = { institutionId: string; now: Date }

export const findCouncilBody = async (db: Queryable, institutionId: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select id from platform.bodies where institution_id = ${institutionId} and kind = 'council'
      order by (ended_on is not null), founded_on nulls last, id limit 1`,
  )?.id ?? null

export const insertBody = async (
  tx: Transaction,
  of: Of,
  body: { id: string; kind: string; name: string },
): Promise<void> => {
  await tx`
    insert into platform.bodies (id, institution_id, kind, name, changed_at)
    values (${body.id}, ${of.institutionId}, ${body.kind}, ${body.name}, ${of.now}) on conflict (id) do nothing`
}

export const listBodiesAmong = async (
  db: Queryable,
  institutionId: string,
  ids: readonly string[],
): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from platform.bodies where institution_id = ${institutionId} and id = any(${[...ids]}::uuid[])`
  return rows.map(({ id }) => id)
}

export const writeBodies = async (tx: Transaction, of: Of, rows: readonly BodyRow[]): Promise<void> => {
  await tx`
    insert into platform.bodies as body (id, institution_id, kind, name, founded_on, ended_on, changed_at)
    select one.id, ${of.institutionId}, one.kind, one.name, one.founded_on, one.ended_on, ${of.now}
    from jsonb_to_recordset(${tx.json(rows)}::jsonb)
      as one (id uuid, kind text, name text, founded_on date, ended_on date)
    on conflict (id) do update set
      name = excluded.name, founded_on = excluded.founded_on, ended_on = excluded.ended_on,
      changed_at = excluded.changed_at, version = body.version + 1`
}

export const writePapers = async (tx: Transaction, of: Of, rows: readonly PaperRow[]): Promise<void> => {
  await tx`
    insert into council.papers as paper
      (id, institution_id, import_key, title, reference, kind, kind_words, dated_on, state, source, created_at, changed_at,
       published_at)
    select one.id, ${of.institutionId}, one.key, one.title, one.reference, 'other', one.kind_words, one.dated_on, 'published',
           one.source, ${of.now}, ${of.now}, ${of.now}
    from jsonb_to_recordset(${tx.json(rows)}::jsonb)
      as one (id uuid, key text, title text, reference text, kind_words text, dated_on date, source jsonb)
    on conflict (id) do update set
      title = excluded.title, reference = excluded.reference, kind_words = excluded.kind_words,
      dated_on = excluded.dated_on, source = excluded.source, changed_at = excluded.changed_at,
      version = paper.version + 1`
}

export type MeetingToWrite = Omit<MeetingRow, 'organizations' | 'cancelled'> & {
  body_id: string
  slug: string
  day: string | null
  state: string
}

/** A state that the office gave it since stays. */
export const writeMeetings = async (tx: Transaction, of: Of, rows: readonly MeetingToWrite[]): Promise<void> => {
  await tx`
    insert into council.meetings as meeting
      (id, institution_id, import_key, body_id, slug, kind, called_by, title, starts_at, ends_at, day, place, state, history,
       source, created_at, changed_at, published_at)
    select one.id, ${of.institutionId}, one.key, one.body_id, one.slug, 'ordinary', 'other', one.title, one.starts_at,
           one.ends_at, one.day, one.place, one.state, true, one.source, ${of.now}, ${of.now}, ${of.now}
    from jsonb_to_recordset(${tx.json(rows)}::jsonb)
      as one (id uuid, key text, body_id uuid, slug text, title text, starts_at timestamptz, ends_at timestamptz, day date,
              place text, state text, source jsonb)
    on conflict (id) do update set
      body_id = excluded.body_id, title = excluded.title, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      day = excluded.day, place = excluded.place, source = excluded.source, changed_at = excluded.changed_at,
      state = case when meeting.state in ('convened', 'closed', 'cancelled') then excluded.state else meeting.state end,
      version = meeting.version + 1`
}

export const writeMeetingBodies = async (
  tx: Transaction,
  of: Of,
  meetings: readonly string[],
  rows: readonly { meeting_id: string; body_id: string }[],
): Promise<void> => {
  await tx`delete from council.meeting_bodies where meeting_id = any(${[...meetings]}::uuid[])`
  await tx`
    insert into council.meeting_bodies (meeting_id, institution_id, body_id)
    select one.meeting_id, ${of.institutionId}, one.body_id
    from jsonb_to_recordset(${tx.json(rows)}::jsonb) as one (meeting_id uuid, body_id uuid)
    on conflict do nothing`
}

/** Their places follow the order that the source gives, whole for each meeting. */
export const writeItems = async (
  tx: Transaction,
  of: Of & { closedReason: string },
  rows: readonly ItemRow[],
): Promise<void> => {
  await tx`
    insert into council.agenda_items as item
      (id, institution_id, meeting_id, import_key, ordinal, label, title, kind, result, closed, public_title, closed_reason,
       state, source, created_at, changed_at)
    select one.id, ${of.institutionId}, one.meeting_id, one.key,
           1000000 + row_number() over (partition by one.meeting_id order by one."order", one.at), one.label, one.title,
           'other', one.result, one.closed, case when one.closed then left(one.title, 300) end,
           case when one.closed then ${of.closedReason} end, 'done', one.source, ${of.now}, ${of.now}
    from rows from (jsonb_to_recordset(${tx.json(rows)}::jsonb)
      as (id uuid, key text, meeting_id uuid, "order" int, label text, title text, result text, closed boolean, source jsonb))
      with ordinality as one (id, key, meeting_id, "order", label, title, result, closed, source, at)
    where exists (select 1 from council.meetings as meeting where meeting.id = one.meeting_id)
    on conflict (id) do update set
      label = excluded.label, title = excluded.title, result = excluded.result, source = excluded.source,
      closed = item.closed or excluded.closed, public_title = coalesce(item.public_title, excluded.public_title),
      closed_reason = coalesce(item.closed_reason, excluded.closed_reason),
      changed_at = excluded.changed_at, version = item.version + 1`
}

export const orderItems = async (tx: Transaction, meetings: readonly string[]): Promise<void> => {
  await tx`
    update council.agenda_items as item set ordinal = placed.place
    from (
      select one.id, row_number() over (
        partition by one.meeting_id order by coalesce((one.source ->> 'order')::numeric, one.ordinal),
          coalesce(array_position(array(
            select jsonb_array_elements_text(jsonb_path_query_array(said.object, '$.agendaItem[*]."$in"'))), one.id::text), 0),
          one.ordinal, one.id)::int as place
      from council.agenda_items as one
      left join council.exchange_sources as said on said.id = one.meeting_id
      where one.meeting_id = any(${[...meetings]}::uuid[])) as placed
    where item.id = placed.id and item.ordinal <> placed.place`
}

export const deleteItems = async (tx: Transaction, ids: readonly string[]): Promise<string[]> => {
  const rows = await tx<{ meetingId: string }[]>`
    delete from council.agenda_items where id = any(${[...ids]}::uuid[]) returning meeting_id`
  return rows.map(({ meetingId }) => meetingId)
}

/** Puts papers on the items on which their consultations say they lie. Gives the meetings. */
export const linkPapers = async (
  tx: Transaction,
  { institutionId }: Pick<Of, 'institutionId'>,
  among: { consultations: readonly string[]; items: readonly string[] },
): Promise<string[]> => {
  const rows = await tx<{ meetingId: string }[]>`
    with said as materialized (
      select one.id, one.parent_id, one.object ->> 'agendaItem' as item_key
      from council.exchange_sources as one
      where one.id = any(${[...among.consultations]}::uuid[])
      union
      select one.id, one.parent_id, one.object ->> 'agendaItem'
      from unnest(${[...among.items]}::uuid[]) as asked (id)
      join council.agenda_items as here on here.id = asked.id
      join council.exchange_sources as one
        on one.institution_id = ${institutionId} and one.type = 'Consultation' and one.withdrawn_at is null
        and one.object ->> 'agendaItem' = here.import_key),
    found as materialized (
      select distinct on (item.id) item.id, said.parent_id as paper_id
      from said
      join council.agenda_items as item on item.institution_id = ${institutionId} and item.import_key = said.item_key
      join council.papers as paper on paper.id = said.parent_id
      where item.paper_id is null
      order by item.id, said.id)
    update council.agenda_items as item set paper_id = found.paper_id from found where item.id = found.id
    returning item.meeting_id`
  return rows.map(({ meetingId }) => meetingId)
}

/** Not public any more, because the source took them back. */
export const withdrawMeetings = async (tx: Transaction, ids: readonly string[], now: Date): Promise<void> => {
  await tx`
    update council.meetings set state_before = state, state = 'taken-down', changed_at = ${now}, version = version + 1
    where id = any(${[...ids]}::uuid[]) and state not in ('taken-down', 'draft')`
}
export const withdrawPapers = async (tx: Transaction, ids: readonly string[], now: Date): Promise<void> => {
  await tx`
    update council.papers set state = 'taken-down', changed_at = ${now}, version = version + 1
    where id = any(${[...ids]}::uuid[]) and state = 'published'`
}

/** Public again, because the source gave them again. */
export const returnMeetings = async (tx: Transaction, ids: readonly string[]): Promise<void> => {
  await tx`
    update council.meetings set state = state_before, state_before = null
    where id = any(${[...ids]}::uuid[]) and state = 'taken-down'`
}
export const returnPapers = async (tx: Transaction, ids: readonly string[]): Promise<void> => {
  await tx`update council.papers set state = 'published' where id = any(${[...ids]}::uuid[]) and state = 'taken-down'`
}
