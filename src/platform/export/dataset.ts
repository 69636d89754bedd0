import type { CivilDate } from '#law/days.ts'
import type { Queryable } from '../db/database.ts'
import type { InEveryLanguage } from '../i18n/language.ts'

/** A value as every format can say it. Days and moments are told apart by the column. */
export type Cell = string | number | boolean | null | readonly string[]
export type Row = Readonly<Record<string, Cell>>

export type Column = {
  /** As it is called in files and in the API: Albanian without diacritics would be read by few programs, so English: `closes_on`. */
  name: string
  title: InEveryLanguage<string>
  description: InEveryLanguage<string>
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'year' | 'uri' | 'list'
  required: boolean
  /** The only values there are. */
  values?: readonly string[]
  /** A money column says which. */
  unit?: string
}

/** What narrows a dataset, by names that are columns. A value that is no such value is refused, never ignored. */
export type RowFilters = Readonly<Partial<Record<string, string>>>

/**
 * A register as open data: one definition gives the table on the page, JSON, CSV, XLSX, the dump with its description, the
 * feed, the row of the catalogue and of the API. It reads published views alone.
 */
export type Dataset = {
  /** In addresses: `konsultimet`, `komentet`. Lasts for ever. */
  name: string
  title: InEveryLanguage<string>
  description: InEveryLanguage<string>
  /** Themes of the EU vocabulary (data-theme): GOVE, JUST, ECON. */
  themes: readonly string[]
  keywords: InEveryLanguage<readonly string[]>
  /** SPDX: `CC-BY-4.0`, `CC0-1.0`. */
  licence: string
  /** Whose words and numbers these are, where not the publishing institution's own. */
  source?: InEveryLanguage<string>
  /** Null: of all institutions of the installation. */
  institutionId: string | null
  columns: readonly Column[]
  /** The columns that make a row unique. */
  primaryKey: readonly string[]
  /** The columns by which it may be narrowed; each with an index behind it. */
  filters: readonly string[]
  /** How often it changes (EU vocabulary frequency): CONT, DAILY, IRREG. */
  frequency: string
  /** Rows in the order of their key; `after` is the key that the last row of the page before was given with. */
  page(db: Queryable, question: { after: string | null; limit: number; filters: RowFilters }): Promise<KeyedRow[]>
  /** How many there are, counted no further than `cap`. */
  count(db: Queryable, filters: RowFilters, cap: number): Promise<number>
  /** The newest change, and the days from the first to the last record; null where there is none. */
  span(db: Queryable): Promise<Span | null>
  /** One row, by the value of its primary key where that is one column; null for what is no such value, too. */
  find?(db: Queryable, key: string): Promise<Row | null>
  /** What changed last, for the feed; the names are those of columns. */
  newest?: {
    list(db: Queryable, filters: RowFilters, limit: number): Promise<Row[]>
    title: string
    changed: string
    address: string
  }
  /** The kinds of public records that its rows are made of: once one of them has left the public, kept copies are void. */
  kinds?: readonly string[]
  /** Private persons stand in it under their name or with their words: kept copies are void once one of them has changed. */
  personal?: boolean
  /** Countries that it speaks of. */
  countries?: readonly ('AL' | 'XK')[]
}

/** `from`, `to`: the days that the rows speak of; null where nobody knows them, as of a table that was taken in. */
export type Span = { changedAt: Date; from: CivilDate | null; to: CivilDate | null }

/** `key`: opaque to everybody else, and what the next page goes on from. */
export type KeyedRow = { key: string; row: Row }
