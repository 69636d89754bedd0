import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { ArchiveKind, ArchiveState } from './archive-rules.ts'

export type Archive = {
  id: string
  institutionId: string
  institutionSlug: string
  jurisdiction: Jurisdiction
  zone: string
  kind: ArchiveKind
  fileName: string
  fileDigest: string
  fileSize: number
  state: ArchiveState
  rowsDone: number
  added: number
  known: number
  changed: number
  refused: number
  doubts: number
  kept: number
  byKind: boolean
  onlyCategories: readonly string[]
  notes: readonly string[]
  failure: string | null
  begunAt: Date
  finishedAt: Date | null
  undoneAt: Date | null
  begunBy: string | null
}

const archives = (db: Queryable) => db`
  select archive.id, archive.institution_id, institution.slug as institution_slug, institution.jurisdiction, institution.zone,
         archive.kind, archive.file_name, archive.file_digest, archive.file_size::float8 as file_size, archive.state,
         archive.rows_done, archive.added, archive.known, archive.changed, archive.refused, archive.doubts, archive.kept,
         archive.by_kind, archive.only_categories, archive.notes, archive.failure, archive.begun_at, archive.finished_at, archive.undone_at,
         archive.begun_by
  from council_acts.archives as archive join platform.institutions as institution on institution.id = archive.institution_id`

export async function findArchive(db: Queryable, id: string): Promise<Archive | null> {
  const [row] = await db<Archive[]>`${archives(db)} where archive.id = ${id}`
  return row ?? null
}

export async function findArchiveByForm(db: Queryable, formId: string): Promise<string | null> {
  const [row] = await db<{ id: string }[]>`select id from council_acts.archives where form_id = ${formId}`
  return row?.id ?? null
}

export async function holdArchive(tx: Transaction, id: string): Promise<Archive | null> {
  const [row] = await tx<Archive[]>`${archives(tx)} where archive.id = ${id} for update of archive`
  return row ?? null
}

/** One of this file that was broken off, to go on with it. */
export async function findBroken(
  db: Queryable,
  institutionId: string,
  kind: ArchiveKind,
  digest: string,
): Promise<string | null> {
  const [row] = await db<{ id: string }[]>`
    select id from council_acts.archives
    where institution_id = ${institutionId} and file_digest = ${digest} and kind = ${kind} and state in ('running', 'failed')
    order by begun_at desc limit 1`
  return row?.id ?? null
}

/** Newest first. `institutions` null: all. */
export const listArchives = (
  db: Queryable,
  institutions: readonly string[] | null,
  before: { at: Date; id: string } | null,
  limit: number,
): Promise<Archive[]> =>
  db<Archive[]>`
    ${archives(db)}
    where true ${institutions ? db`and archive.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${before ? db`and (archive.begun_at, archive.id) < (${before.at}, ${before.id})` : db``}
    order by archive.begun_at desc, archive.id desc limit ${limit}`

export type ArchiveLine = {
  id: string
  archiveId: string
  institutionId: string
  kind: 'refused' | 'doubt'
  at: number
  columnName: string
  reason: string
  words: string
  count: number
  actId: string | null
  settled: 'accepted' | 'pointed' | 'dropped' | null
  pointedTo: string | null
  settledAt: Date | null
}

const lineColumns = (db: Queryable) => db`
  line.id, line.archive_id, line.institution_id, line.kind, line.at, line.column_name, line.reason, line.words, line.count,
  line.act_id, line.settled, line.pointed_to, line.settled_at`

export const listArchiveLines = (
  db: Queryable,
  archiveId: string,
  kind: 'refused' | 'doubt',
  after: string | null,
  limit: number,
): Promise<ArchiveLine[]> =>
  db<ArchiveLine[]>`
    select ${lineColumns(db)} from council_acts.archive_lines as line
    where line.archive_id = ${archiveId} and line.kind = ${kind} ${after === null ? db`` : db`and line.id > ${after}`}
    order by line.id limit ${limit}`

export async function holdArchiveLine(tx: Transaction, id: string): Promise<ArchiveLine | null> {
  const [row] = await tx<ArchiveLine[]>`
    select ${lineColumns(tx)} from council_acts.archive_lines as line where line.id = ${id} for update`
  return row ?? null
}

export type LineSum = {
  kind: 'refused' | 'doubt'
  reason: string
  columnName: string
  lines: number
  rows: number
  open: number
}

/** How many of each. */
export const sumArchiveLines = (db: Queryable, archiveId: string): Promise<LineSum[]> =>
  db<LineSum[]>`
    select line.kind, line.reason, line.column_name, count(*)::int as lines, sum(line.count)::int as rows,
           (count(*) filter (where line.kind = 'doubt' and line.settled is null))::int as open
    from council_acts.archive_lines as line where line.archive_id = ${archiveId}
    group by line.kind, line.reason, line.column_name order by line.kind desc, rows desc, line.reason, line.column_name`

/** Numbers that several acts of an archive carry, in one row of one year. */
export async function countDoubleNumbers(db: Queryable, archiveId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from (
      select from council_acts.acts as act where act.archive_id = ${archiveId} and act.serial is not null
      group by act.series, act.year, act.serial having count(*) > 1) as double`
  return row?.count ?? 0
}

export type HighestNumber = { series: string; year: number; highest: number }

/** The highest number of each row of numbers from a year on. */
export const listHighestNumbers = (db: Queryable, archiveId: string, fromYear: number): Promise<HighestNumber[]> =>
  db<HighestNumber[]>`
    select act.series, act.year, max(act.serial) as highest from council_acts.acts as act
    where act.archive_id = ${archiveId} and act.year >= ${fromYear} and act.serial is not null
    group by act.series, act.year`

export type WordOf = { id: string; word: string; name: string; nameEn: string | null }

/** Topics that acts of the institution may have, with the words by which they are known. */
export const listTopicWords = (db: Queryable, institutionId: string): Promise<WordOf[]> =>
  db<WordOf[]>`
    select topic.id, coalesce(topic.code, '') as word, topic.name_sq as name, topic.name_en
    from platform.topics as topic
    where (topic.institution_id is null or topic.institution_id = ${institutionId}) and topic.retired_on is null
    order by topic.institution_id nulls first, topic.ordinal, topic.id`

export type BodyName = { id: string; kind: string; name: string }

export const listBodyNames = (db: Queryable, institutionId: string): Promise<BodyName[]> =>
  db<BodyName[]>`
    select body.id, body.kind, body.name from platform.bodies as body
    where body.institution_id = ${institutionId} order by body.id`

export const listArchiveNames = (
  db: Queryable,
  ids: readonly string[],
): Promise<{ id: string; institutionId: string; fileName: string }[]> =>
  db<{ id: string; institutionId: string; fileName: string }[]>`
    select id, institution_id, file_name from council_acts.archives where id = any(${ids as string[]}::uuid[])`
