import { one, type Queryable } from '#platform/db/database.ts'
import type { ActKind, ActState, Legality } from '../act-rules.ts'
import type { ActKey } from './list-key-rules.ts'

export type ActRow = {
  id: string
  institutionId: string
  title: string
  titleEn: string | null
  kind: ActKind
  state: ActState
  legality: Legality
  restricted: boolean
  serial: number | null
  year: number | null
  numberWords: string | null
  adoptedOn: string | null
  announceBy: string | null
}

export type ActFilter = {
  institutions: readonly string[] | null
  state: ActState | null
  kind: ActKind | null
  year: number | null
  legality: Legality | null
  /** Of the title, or a number as it is cited. */
  words: string | null
}

const narrowed = (db: Queryable, { institutions, state, kind, year, legality, words }: ActFilter) => db`
  ${institutions ? db`and act.institution_id = any(${institutions as string[]}::uuid[])` : db``}
  ${state ? db`and act.state = ${state}` : db``}
  ${kind ? db`and act.kind = ${kind}` : db``}
  ${year ? db`and (act.year = ${year} or act.year is null and extract(year from act.adopted_on) = ${year})` : db``}
  ${legality ? db`and act.legality = ${legality}` : db``}
  ${words ? db`and (strpos(lower(act.title), lower(${words})) > 0 or strpos(lower(act.title_en), lower(${words})) > 0 or coalesce(act.number_words, act.serial || '/' || act.year) = ${words} or act.serial::text = ${words})` : db``}`

/** All that this office may read: what has no day yet, then by the day of adoption, the newest first. */
export const listOfficeActs = (
  db: Queryable,
  filter: ActFilter,
  before: ActKey | null,
  limit: number,
): Promise<ActRow[]> => db<ActRow[]>`
  select act.id, act.institution_id, act.title, act.title_en, act.kind, act.state, act.legality, act.restricted,
         act.serial, act.year, act.number_words, act.adopted_on, act.announce_by
  from council_acts.acts as act
  where true ${narrowed(db, filter)}
    ${before ? db`and (coalesce(act.adopted_on, date '9999-12-31'), coalesce(act.serial, 2147483647), act.id) < (${before.day}::date, ${before.serial}::int, ${before.id}::uuid)` : db``}
  order by coalesce(act.adopted_on, date '9999-12-31') desc, coalesce(act.serial, 2147483647) desc, act.id desc
  limit ${limit}`

export type ActCounts = {
  /** Prepared, and without a number. */
  drafts: number
  /** In the register, and nobody reads them yet. */
  numbered: number
  /** The first day on which one of them would be late. */
  announceBy: string | null
}

export async function countWaitingActs(db: Queryable, institutions: readonly string[] | null): Promise<ActCounts> {
  const row = one(
    await db<ActCounts[]>`
      select count(*) filter (where act.state = 'draft')::int as drafts,
             count(*) filter (where act.state = 'numbered')::int as numbered,
             min(act.announce_by) filter (where act.state = 'numbered') as announce_by
      from council_acts.acts as act
      where act.state in ('draft', 'numbered')
        ${institutions ? db`and act.institution_id = any(${institutions as string[]}::uuid[])` : db``}`,
  )
  return row ?? { drafts: 0, numbered: 0, announceBy: null }
}

/** Adopted before it, of the same row of numbers, and still without one. */
export const listEarlierWithoutNumber = (
  db: Queryable,
  act: { id: string; institutionId: string; adoptedOn: string; kind: ActKind; byKind: boolean },
): Promise<{ id: string; title: string; adoptedOn: string }[]> => db`
  select act.id, act.title, act.adopted_on from council_acts.acts as act
  where act.institution_id = ${act.institutionId} and act.state = 'draft' and not act.history and act.id <> ${act.id}
    and act.adopted_on < ${act.adoptedOn} and act.adopted_on >= date_trunc('year', ${act.adoptedOn}::date)
    ${act.byKind ? db`and act.kind = ${act.kind}` : db``}
  order by act.adopted_on, act.created_at limit 20`
