import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { JsonObject } from '../oparl/oparl-rules.ts'
import type { SourceNode } from './oparl-source-rules.ts'

export type KeptSource = {
  id: string
  type: string
  parentId: string | null
  object: JsonObject
  withdrawnAt: Date | null
}

export const findSources = (db: Queryable, ids: readonly string[]): Promise<KeptSource[]> =>
  db<KeptSource[]>`
    select source.id, source.type, source.parent_id, source.object, source.withdrawn_at
    from council.exchange_sources as source where source.id = any(${[...ids]}::uuid[])`

/** What stands in these, of one format. */
export const listPartsOf = (db: Queryable, parents: readonly string[]): Promise<KeptSource[]> =>
  db<KeptSource[]>`
    select source.id, source.type, source.parent_id, source.object, source.withdrawn_at
    from council.exchange_sources as source
    where source.parent_id = any(${[...parents]}::uuid[]) and source.withdrawn_at is null`

export const keepSources = async (
  tx: Transaction,
  of: { institutionId: string; format: 'oparl' | 'popolo'; now: Date },
  nodes: readonly SourceNode[],
): Promise<void> => {
  await tx`
    insert into council.exchange_sources as kept
      (id, institution_id, format, import_key, type, parent_id, object, created_at, changed_at)
    select one.id, ${of.institutionId}, ${of.format}, one.key, one.type, one."parentId", one.object, ${of.now}, ${of.now}
    from jsonb_to_recordset(${tx.json(nodes)}::jsonb)
      as one (id uuid, key text, type text, "parentId" uuid, object jsonb)
    on conflict (id) do update set
      object = excluded.object, parent_id = coalesce(excluded.parent_id, kept.parent_id), changed_at = excluded.changed_at,
      withdrawn_at = null`
}

export const withdrawSources = async (tx: Transaction, ids: readonly string[], now: Date): Promise<void> => {
  await tx`
    update council.exchange_sources set withdrawn_at = ${now}, changed_at = ${now}
    where id = any(${[...ids]}::uuid[]) and withdrawn_at is null`
}

export type Run = {
  id: string
  askedSince: Date | null
  place: RunPlace
  counts: Record<string, number>
  startedAt: Date
  finishedAt: Date | null
}
export type RunPlace = { done: readonly string[]; list?: string; next?: string }

export const findLastRun = async (
  db: Queryable,
  institutionId: string,
  source: string,
  finished: boolean,
): Promise<Run | null> =>
  one(
    await db<Run[]>`
      select run.id, run.asked_since, run.place, run.counts, run.started_at, run.finished_at
      from council.exchange_runs as run
      where run.institution_id = ${institutionId} and run.source = ${source}
        and ${finished ? db`run.finished_at is not null` : db`run.finished_at is null`}
      order by run.started_at desc limit 1`,
  )

export const insertRun = async (
  tx: Transaction,
  run: { id: string; institutionId: string; source: string; askedSince: Date | null; now: Date },
): Promise<void> => {
  await tx`
    insert into council.exchange_runs (id, institution_id, source, asked_since, place, started_at)
    values (${run.id}, ${run.institutionId}, ${run.source}, ${run.askedSince}, '{"done": []}', ${run.now})`
}

export const moveRun = async (
  tx: Transaction,
  id: string,
  place: RunPlace,
  counts: Record<string, number>,
): Promise<void> => {
  await tx`
    update council.exchange_runs set place = ${tx.json(place)}, counts = ${tx.json(counts)} where id = ${id}`
}

export const finishRun = async (tx: Transaction, id: string, now: Date): Promise<void> => {
  await tx`update council.exchange_runs set finished_at = ${now} where id = ${id}`
}
