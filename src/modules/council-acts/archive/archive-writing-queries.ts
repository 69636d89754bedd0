import type { Transaction } from '#platform/db/database.ts'
import type { ArchiveAct, ArchiveKind, ArchiveState, Doubt, RefusedRow } from './archive-rules.ts'

export type NewArchive = {
  id: string
  institutionId: string
  formId: string | null
  kind: ArchiveKind
  fileName: string
  fileDigest: string
  fileSize: number
  state: ArchiveState
  byKind: boolean
  onlyCategories?: readonly string[]
  begunBy: string | null
  at: Date
}

/** Null: this form has one already. */
export async function insertArchive(tx: Transaction, archive: NewArchive): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    insert into council_acts.archives (id, institution_id, form_id, kind, file_name, file_digest, file_size, state, by_kind,
      only_categories, begun_at, begun_by)
    values (${archive.id}, ${archive.institutionId}, ${archive.formId}, ${archive.kind}, ${archive.fileName},
      ${archive.fileDigest}, ${archive.fileSize}, ${archive.state}, ${archive.byKind},
      ${(archive.onlyCategories ?? []) as string[]}::text[], ${archive.at}, ${archive.begunBy})
    on conflict (form_id) do nothing returning id`
  return row?.id ?? null
}

export async function beginArchive(tx: Transaction, id: string, byKind: boolean): Promise<void> {
  await tx`
    update council_acts.archives set state = 'running', failure = null, by_kind = by_kind or ${byKind} where id = ${id}`
}

export type BatchCounts = {
  rows: number
  added: number
  known: number
  changed: number
  refused: number
  doubts: number
}

export async function addCounts(tx: Transaction, id: string, counts: BatchCounts): Promise<void> {
  await tx`
    update council_acts.archives
    set rows_done = rows_done + ${counts.rows}, added = added + ${counts.added}, known = known + ${counts.known},
        changed = changed + ${counts.changed}, refused = refused + ${counts.refused}, doubts = doubts + ${counts.doubts}
    where id = ${id}`
}

export async function finishArchive(tx: Transaction, id: string, notes: readonly string[], at: Date): Promise<void> {
  await tx`
    update council_acts.archives set state = 'done', failure = null, notes = ${notes as string[]}::text[], finished_at = ${at}
    where id = ${id}`
}

export async function failArchive(tx: Transaction, id: string, failure: string): Promise<void> {
  await tx`
    update council_acts.archives set state = 'failed', failure = ${failure} where id = ${id} and state in ('waiting', 'running')`
}

export type KnownAct = {
  id: string
  key: string
  slug: string
  state: string
  version: number
  archiveId: string | null
  /** Of the row from which it came; null: it came by another way. */
  digest: string | null
}

/** Acts of the institution that came by these keys, kept as they are until the batch is through. */
export const holdKnownActs = (tx: Transaction, institutionId: string, keys: readonly string[]): Promise<KnownAct[]> =>
  tx<KnownAct[]>`
    select act.id, act.import_key as key, act.slug, act.state, act.version, act.archive_id,
           encode(came.digest, 'hex') as digest
    from council_acts.acts as act left join council_acts.archive_rows as came on came.act_id = act.id
    where act.institution_id = ${institutionId} and act.import_key = any(${keys as string[]}::text[])
    order by act.id for no key update of act`

export const listTakenActSlugs = async (tx: Transaction, slugs: readonly string[]): Promise<string[]> =>
  (
    await tx<{ slug: string }[]>`
      select act.slug from council_acts.acts as act where act.slug = any(${slugs as string[]}::text[])`
  ).map(({ slug }) => slug)

export type NewArchiveAct = ArchiveAct & {
  id: string
  slug: string
  bodyId: string | null
  commissionId: string | null
  textId: string | null
  topicIds: readonly string[]
}

export type Place = { institutionId: string; archiveId: string; by: string | null; at: Date }

const rowOf = (act: NewArchiveAct) => ({
  id: act.id,
  import_key: act.key,
  kind: act.kind,
  kind_words: act.kindWords,
  series: act.series,
  year: act.year,
  serial: act.serial,
  number_words: act.numberWords,
  slug: act.slug,
  title: act.title,
  adopted_on: act.adoptedOn,
  adopted_words: act.adoptedWords,
  announced_on: act.announcedOn,
  stated_force: act.statedForce,
  body_id: act.bodyId,
  commission_id: act.commissionId,
  commission_words: act.commissionId === null ? act.commissionWords : null,
  plain_text: act.plainText,
  unreadable: act.unreadable,
  text_id: act.textId,
  source: act.source,
  row_at: act.at,
  digest: act.digest,
})

/** All of a batch in one statement: the acts, from which row they came, and that they were taken in. */
export async function insertArchiveActs(tx: Transaction, place: Place, acts: readonly NewArchiveAct[]): Promise<void> {
  const { institutionId, archiveId, by, at } = place
  await tx`
    with row as materialized (
      select row.id, row.import_key, row.kind, row.kind_words, row.series, row.year, row.serial, row.number_words, row.slug,
             row.title, row.adopted_on, row.adopted_words, row.announced_on, row.stated_force, row.body_id,
             row.commission_id, row.commission_words, row.plain_text, row.unreadable, row.text_id, row.source, row.row_at,
             row.digest
      from jsonb_to_recordset(${tx.json(acts.map(rowOf) as never)}::jsonb) as row (
        id uuid, import_key text, kind text, kind_words text, series text, year int, serial int, number_words text, slug text,
        title text, adopted_on date, adopted_words text, announced_on date, stated_force text, body_id uuid,
        commission_id uuid, commission_words text, plain_text text, unreadable boolean, text_id uuid, source jsonb,
        row_at int, digest text)),
    act as (
      insert into council_acts.acts (id, institution_id, import_key, archive_id, body_id, kind, kind_words, series, year,
        serial, number_words, slug, title, adopted_on, adopted_words, announced_on, stated_force, commission_id,
        commission_words, plain_text, unreadable, text_id, text_state, state, history, source, created_by, created_at,
        changed_at, published_at)
      select row.id, ${institutionId}, row.import_key, ${archiveId}, row.body_id, row.kind, row.kind_words, row.series,
        row.year, row.serial, row.number_words, row.slug, row.title, row.adopted_on, row.adopted_words, row.announced_on,
        row.stated_force, row.commission_id, row.commission_words, row.plain_text, row.unreadable, row.text_id,
        case when row.text_id is null then 'none' else 'adopted' end, 'announced', true, row.source, ${by}, ${at}, ${at},
        ${at}
      from row
      returning id),
    came as (
      insert into council_acts.archive_rows (act_id, institution_id, archive_id, at, digest)
      select row.id, ${institutionId}, ${archiveId}, row.row_at, decode(row.digest, 'hex') from row)
    insert into council_acts.act_events (institution_id, act_id, kind, version, at, by_account_id)
    select ${institutionId}, act.id, 'taken-in', 1, ${at}, ${by} from act`
  await insertTopics(tx, institutionId, acts)
}

async function insertTopics(
  tx: Transaction,
  institutionId: string,
  acts: readonly Pick<NewArchiveAct, 'id' | 'topicIds'>[],
): Promise<void> {
  const pairs = acts.flatMap(({ id, topicIds }) =>
    topicIds.map((topic) => ({ subject: `council-acts.act:${id}`, topic })),
  )
  if (pairs.length === 0) return
  await tx`
    insert into platform.subject_topics (institution_id, subject, topic_id)
    select ${institutionId}, pair.subject, pair.topic
    from unnest(${pairs.map(({ subject }) => subject)}::text[], ${pairs.map(({ topic }) => topic)}::uuid[]) as pair (subject, topic)
    on conflict do nothing`
}

/** The same of what was known, and whose row says something else now. The slug and what the office did with it stay. */
export async function correctArchiveActs(tx: Transaction, place: Place, acts: readonly NewArchiveAct[]): Promise<void> {
  const { institutionId, by, at } = place
  await tx`
    with row as materialized (
      select row.id, row.kind, row.kind_words, row.series, row.year, row.serial, row.number_words, row.title,
             row.adopted_on, row.adopted_words, row.announced_on, row.stated_force, row.commission_id,
             row.commission_words, row.plain_text, row.unreadable, row.source, row.digest
      from jsonb_to_recordset(${tx.json(acts.map(rowOf) as never)}::jsonb) as row (
        id uuid, kind text, kind_words text, series text, year int, serial int, number_words text, title text,
        adopted_on date, adopted_words text, announced_on date, stated_force text, commission_id uuid,
        commission_words text, plain_text text, unreadable boolean, source jsonb, digest text)),
    act as (
      update council_acts.acts as act
      set kind = row.kind, kind_words = row.kind_words, series = row.series, year = row.year, serial = row.serial,
          number_words = row.number_words, title = row.title, adopted_on = row.adopted_on,
          adopted_words = row.adopted_words, announced_on = row.announced_on, stated_force = row.stated_force,
          commission_id = row.commission_id, commission_words = row.commission_words, plain_text = row.plain_text,
          unreadable = row.unreadable, source = row.source, version = act.version + 1, changed_at = ${at}
      from row where act.id = row.id and act.institution_id = ${institutionId}
      returning act.id, act.version),
    came as (
      update council_acts.archive_rows as came set digest = decode(row.digest, 'hex') from row where came.act_id = row.id)
    insert into council_acts.act_events (institution_id, act_id, kind, version, at, by_account_id)
    select ${institutionId}, act.id, 'corrected', act.version, ${at}, ${by} from act`
  await tx`
    delete from platform.subject_topics
    where subject = any(${acts.map(({ id }) => `council-acts.act:${id}`)}::text[])`
  await insertTopics(tx, institutionId, acts)
}

type LineRow = {
  kind: 'refused' | 'doubt'
  at: number
  column: string
  reason: string
  words: string
  actId: string | null
}

/** Refused cells and doubts about one act each. */
async function insertLines(tx: Transaction, place: Place, lines: readonly LineRow[]): Promise<void> {
  if (lines.length === 0) return
  await tx`
    insert into council_acts.archive_lines (institution_id, archive_id, kind, at, column_name, reason, words, act_id)
    select ${place.institutionId}, ${place.archiveId}, line.kind, line.at, line.column_name, line.reason, line.words, line.act_id
    from unnest(${lines.map(({ kind }) => kind)}::text[], ${lines.map(({ at }) => at)}::int[],
      ${lines.map(({ column }) => column)}::text[], ${lines.map(({ reason }) => reason)}::text[],
      ${lines.map(({ words }) => words)}::text[], ${lines.map(({ actId }) => actId)}::uuid[])
      as line (kind, at, column_name, reason, words, act_id)`
}

export const insertRefused = (tx: Transaction, place: Place, refused: readonly RefusedRow[]): Promise<void> =>
  insertLines(
    tx,
    place,
    refused.map((row) => ({ ...row, kind: 'refused', actId: null })),
  )

export type ActDoubt = Doubt & { at: number; actId: string | null }

export const insertDoubts = (tx: Transaction, place: Place, doubts: readonly ActDoubt[]): Promise<void> =>
  insertLines(
    tx,
    place,
    doubts.map((doubt) => ({ ...doubt, kind: 'doubt' })),
  )

export type WordDoubt = Doubt & { at: number; count: number }

/** A word that nobody knows yet: one line of the archive, with how many rows have it. Gives how many lines are new. */
export async function countWordDoubts(tx: Transaction, place: Place, doubts: readonly WordDoubt[]): Promise<number> {
  if (doubts.length === 0) return 0
  const rows = await tx<{ isNew: boolean }[]>`
    insert into council_acts.archive_lines as line (institution_id, archive_id, kind, at, column_name, reason, words, count)
    select ${place.institutionId}, ${place.archiveId}, 'doubt', said.at, said.column_name, said.reason, said.words, said.count
    from unnest(${doubts.map(({ at }) => at)}::int[], ${doubts.map(({ column }) => column)}::text[],
      ${doubts.map(({ reason }) => reason)}::text[], ${doubts.map(({ words }) => words)}::text[],
      ${doubts.map(({ count }) => count)}::int[]) as said (at, column_name, reason, words, count)
    on conflict (archive_id, column_name, reason, md5(words)) where kind = 'doubt' and act_id is null
    do update set count = line.count + excluded.count
    returning xmax = 0 as is_new`
  return rows.filter(({ isNew }) => isNew).length
}

export async function settleLine(
  tx: Transaction,
  id: string,
  settled: { as: 'accepted' | 'pointed' | 'dropped'; pointedTo: string | null; at: Date; by: string | null },
): Promise<void> {
  await tx`
    update council_acts.archive_lines
    set settled = ${settled.as}, pointed_to = ${settled.pointedTo}, settled_at = ${settled.at}, settled_by = ${settled.by}
    where id = ${id}`
}
