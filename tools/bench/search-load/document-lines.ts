import { indexRowOf, type IndexRow } from '#platform/search/index/index-row-rules.ts'
import type { SearchDocument } from '#platform/search/search-source.ts'

/** The columns of the index that are given, the year being made of the day. */
export const COLUMNS = [
  'subject',
  'part',
  'matter',
  'kind',
  'institution_id',
  'lang',
  'title',
  'heading',
  'body',
  'href',
  'published_at',
  'changed_at',
  'day',
  'state',
  'topics',
  'places',
  'due_on',
  'words',
  'title_words',
  'stem_version',
  'stamp',
] as const satisfies readonly (keyof IndexRow)[]

/** A row in PostgreSQL's text format for COPY, with the stems that the program itself gives it; then its year. */
export function lineOf(document: SearchDocument): string {
  const row = indexRowOf(document)
  return `${[...COLUMNS.map((column) => row[column]), row.day.slice(0, 4)].map(escaped).join('\t')}\n`
}

function escaped(value: string | number | null | readonly string[]): string {
  if (value === null) return '\\N'
  const words = typeof value === 'object' ? `{${value.join(',')}}` : String(value)
  return words.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}
