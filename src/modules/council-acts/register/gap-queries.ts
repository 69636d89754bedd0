import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'
import { amongIds } from '#platform/db/among-ids.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'

export type Gap = { year: number; series: string; first: number; last: number }
type Of = { institutionId: string; year: number | null; limit: number }

/** Numbers that nothing has, as ranges, the newest year first. */
export const listGaps = (db: Queryable, { institutionId, year, limit }: Of): Promise<Gap[]> =>
  db<Gap[]>`
    select gap.year, gap.series, gap.first, gap.last from council_acts.number_gaps as gap
    where gap.institution_id = ${institutionId} ${year === null ? db`` : db`and gap.year = ${year}`}
    order by gap.year desc, gap.series, gap.first limit ${limit}`

export type NumberedAct = {
  year: number
  series: string
  serial: number
  state: string
  slug: string
  number: string
  title: string
  lang: string
  voidReason: string | null
}

/** Numbers that several acts have as printed, and numbers that were taken back: with their acts. */
export const listOddNumbers = (db: Queryable, { institutionId, year, limit }: Of): Promise<NumberedAct[]> =>
  db<NumberedAct[]>`
    with held as (
      select taken.year, taken.series, taken.serial from council_acts.register_numbers as taken
      where taken.institution_id = ${institutionId} and taken.state <> 'taken-down'
        ${year === null ? db`` : db`and taken.year = ${year}`}
      group by taken.year, taken.series, taken.serial having count(*) > 1 or bool_or(taken.state = 'void')
      order by taken.year desc, taken.series, taken.serial limit ${limit})
    select act.year, act.series, act.serial, act.state, act.slug, act.number, act.title, act.lang, act.void_reason
    from held join council_acts.published_acts as act
      on act.institution_id = ${institutionId} and act.year = held.year and act.series = held.series and act.serial = held.serial
    order by act.year desc, act.series, act.serial, act.id`

/** Numbers whose acts left the public in an emergency: they are not missing, and say no more here. */
export const listTakenNumbers = (db: Queryable, { institutionId, year, limit }: Of): Promise<Omit<Gap, 'last'>[]> =>
  db<Omit<Gap, 'last'>[]>`
    select taken.year, taken.series, taken.serial as first from council_acts.register_numbers as taken
    where taken.institution_id = ${institutionId} and taken.state = 'taken-down'
      ${year === null ? db`` : db`and taken.year = ${year}`}
    order by taken.year desc, taken.series, taken.serial limit ${limit}`

export type LateAct = {
  slug: string
  number: string | null
  title: string
  lang: string
  announceBy: CivilDate
  /** Null: not announced yet, though its day is past. */
  announcedOn: CivilDate | null
}

/** Announced after the last day in time, or past it and not announced; what waits longest first. */
export const listLate = (db: Queryable, { institutionId, year, limit }: Of, today: CivilDate): Promise<LateAct[]> =>
  db<LateAct[]>`
    select act.slug, act.number, act.title, act.lang, act.announce_by, act.announced_on
    from council_acts.published_acts as act
    where act.institution_id = ${institutionId} ${year === null ? db`` : db`and act.year = ${year}`}
      and (act.state = 'announced' and act.announced_on > act.announce_by
           or act.state = 'numbered' and act.announce_by < ${today})
    order by act.announced_on desc nulls first, act.announce_by, act.id limit ${limit}`

export type GapFacts = { gaps: Gap[]; missing: number; late: number; waiting: number }

/** One year of one institution in short. */
export const findGapFacts = async (
  db: Queryable,
  wish: { institutionId: string; year: number; limit: number },
  today: CivilDate,
): Promise<GapFacts | null> =>
  one(
    await db<GapFacts[]>`
      with gaps as materialized (
        select gap.year, gap.series, gap.first, gap.last from council_acts.number_gaps as gap
        where gap.institution_id = ${wish.institutionId} and gap.year = ${wish.year})
      select (select coalesce(jsonb_agg(jsonb_build_object('year', one.year, 'series', one.series, 'first', one.first, 'last', one.last)
                                        order by one.series, one.first), '[]')
              from (select gaps.year, gaps.series, gaps.first, gaps.last from gaps order by gaps.series, gaps.first limit ${wish.limit}) as one) as gaps,
             (select coalesce(sum(gaps.last - gaps.first + 1), 0)::int from gaps) as missing,
             (select count(*)::int from council_acts.register_rows as act
              where act.institution_id = ${wish.institutionId} and act.year = ${wish.year} and act.state = 'announced'
                and act.announced_on > act.announce_by) as late,
             (select count(*)::int from council_acts.register_rows as act
              where act.institution_id = ${wish.institutionId} and act.year = ${wish.year} and act.state = 'numbered'
                and act.announce_by < ${today}) as waiting`,
  )

/** The newest year of which an institution has numbers. */
export async function findNewestYear(db: Queryable, institutionId: string): Promise<number | null> {
  const row = one(
    await db<{ year: number | null }[]>`
      select max(taken.year) as year from council_acts.register_numbers as taken
      where taken.institution_id = ${institutionId}`,
  )
  return row?.year ?? null
}

export type GapNote = {
  id: string
  year: number
  series: string
  serial: number
  until: number | null
  words: string
  version: number
  changedAt: Date
}

export const listGapNotes = (db: Queryable, institutionId: string, year: number | null): Promise<GapNote[]> =>
  db<GapNote[]>`
    select note.id, note.year, note.series, note.serial, note.until, note.body as words, note.version, note.changed_at
    from council_acts.published_gap_notes as note
    where note.institution_id = ${institutionId} ${year === null ? db`` : db`and note.year = ${year}`}
    order by note.year desc, note.series, note.serial`

export type NoteOrder = {
  institutionId: string
  year: number
  series: string
  serial: number
  until: number | null
  words: string
}

/** The note that begins at this number, kept as it is until the deed ends. */
export const lockGapNote = async (tx: Transaction, order: NoteOrder): Promise<GapNote | null> =>
  one(
    await tx<GapNote[]>`
      select note.id, note.year, note.series, note.serial, note.until, note.words, note.version,
             coalesce(note.changed_at, note.noted_at) as changed_at
      from council_acts.gap_notes as note
      where note.institution_id = ${order.institutionId} and note.series = ${order.series} and note.year = ${order.year}
        and note.serial = ${order.serial}
      for update`,
  )

/** Written anew, or in place of what stood there. */
export async function writeGapNote(tx: Transaction, order: NoteOrder, by: string, at: Date): Promise<string> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into council_acts.gap_notes (institution_id, series, year, serial, until, words, noted_at, noted_by)
      values (${order.institutionId}, ${order.series}, ${order.year}, ${order.serial}, ${order.until}, ${order.words}, ${at}, ${by})
      on conflict (institution_id, series, year, serial) do update
        set words = excluded.words, until = excluded.until, version = gap_notes.version + 1, changed_at = ${at}, noted_by = ${by}
      returning id`,
  )
  if (!row) throw new Error('A note of a gap was not written')
  return row.id
}

const noteRecords = (db: Queryable) => db`
  select note.id, note.institution_id, note.institution_slug as institution,
         to_jsonb(note) - 'id' - 'subject' - 'institution_slug' as record
  from council_acts.published_gap_notes as note`

export const findGapNoteRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${noteRecords(db)} where ${amongIds(db, 'note.id', ids)} order by note.id`

export const listGapNoteRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${noteRecords(db)} ${after === null ? db`` : db`where note.id > ${after}`} order by note.id limit ${limit}`

export const listGapNoteSubjects = (
  db: Queryable,
  ids: readonly string[],
): Promise<{ id: string; institutionId: string; institution: string; title: string; year: number }[]> =>
  db<{ id: string; institutionId: string; institution: string; title: string; year: number }[]>`
    select note.id, note.institution_id, note.institution_slug as institution, note.title, note.year
    from council_acts.published_gap_notes as note where ${amongIds(db, 'note.id', ids)}`
