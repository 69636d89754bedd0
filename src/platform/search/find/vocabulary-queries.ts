import type { Queryable } from '../../db/database.ts'

export type KnownWord = { folded: string; shown: string; stem: string; documents: number }

/** Those of the words, or of their stems, that stand in something public. */
export function listKnownWords(
  db: Queryable,
  folded: readonly string[],
  stems: readonly string[],
): Promise<KnownWord[]> {
  return db<KnownWord[]>`
    select distinct on (stem) folded, shown, stem, documents::int as documents from platform.search_words
    where folded = any(${folded as string[]}::text[]) or stem = any(${stems as string[]}::text[])
    order by stem, documents desc limit 200`
}

/** Words that look like it, the most alike first. */
export function listSimilarWords(db: Queryable, folded: string): Promise<KnownWord[]> {
  return db<KnownWord[]>`
    select folded, shown, stem, documents::int as documents from platform.search_words
    where folded % ${folded} order by similarity(folded, ${folded}) desc, documents desc limit 20`
}

/** Words that go on from what was begun, the most common first. */
export function listCompletions(db: Queryable, begun: string, limit: number): Promise<KnownWord[]> {
  return db<KnownWord[]>`
    select folded, shown, stem, documents::int as documents from platform.search_words
    where folded like ${`${begun.replace(/[\\%_]/g, '\\$&')}%`} order by documents desc, folded limit ${limit}`
}
