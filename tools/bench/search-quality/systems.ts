import type { Database } from '#platform/db/database.ts'
import { tsqueryOf, tsvectorOf } from '#platform/search/analysis/analyse-rules.ts'
import { fold } from '#platform/search/analysis/fold-rules.ts'
import { stemAlbanian } from '#platform/search/analysis/albanian-stem-rules.ts'
import type { KeyOf } from './conflation.ts'

/** Ways to search: what PostgreSQL brings along, and ours. */
export const SYSTEMS = ['simple', 'simple + unaccent', 'kuvend'] as const
export type System = (typeof SYSTEMS)[number]

/** The lexeme of each form: of the first two as PostgreSQL itself makes it. */
export async function keysOf(db: Database, forms: readonly string[]): Promise<Record<System, KeyOf>> {
  const rows = await db<{ form: string; simple: string[]; plain: string[] }[]>`
    select form, tsvector_to_array(to_tsvector('simple', form)) as simple,
           tsvector_to_array(to_tsvector('simple', unaccent(form))) as plain
    from unnest(${[...new Set(forms)]}::text[]) as form`
  const simple = new Map(rows.map((row) => [row.form, row.simple[0] ?? null]))
  const plain = new Map(rows.map((row) => [row.form, row.plain[0] ?? null]))
  return {
    simple: (form) => simple.get(form) ?? null,
    'simple + unaccent': (form) => plain.get(form) ?? null,
    kuvend: (form) => stemAlbanian(fold(form)),
  }
}

/** The sentences in a table, indexed in all three ways. */
export async function indexSentences(db: Database, sentences: readonly string[]): Promise<void> {
  await db`drop table if exists public.bench_sentences`
  await db`
    create table public.bench_sentences
      (id int primary key, words text not null, simple tsvector, plain tsvector, kuvend tsvector)`
  for (let from = 0; from < sentences.length; from += 1000) {
    const some = sentences.slice(from, from + 1000)
    const vectors = some.map((text) => tsvectorOf([{ text, weight: 'D' }], 'sq'))
    await db`
      insert into public.bench_sentences
      select ${from} + place, words, to_tsvector('simple', words), to_tsvector('simple', unaccent(words)), made::tsvector
      from unnest(${some}::text[], ${vectors}::text[]) with ordinality as given (words, made, place)`
  }
  for (const column of ['simple', 'plain', 'kuvend'])
    await db.unsafe(`create index on public.bench_sentences using gin (${column})`)
  await db`analyze public.bench_sentences`
}

export type Ask = (typed: string, limit: number) => Promise<number[]>

/** The places of the sentences found, best first. */
export function askers(db: Database): Record<System, Ask> {
  const ask = (column: string, query: string) => (typed: string, limit: number) =>
    db
      .unsafe<{ id: number }[]>(
        `select id from public.bench_sentences, (select ${query} as q) as asked where ${column} @@ q
         order by ts_rank(${column}, q) desc, id limit ${limit}`,
        [typed],
      )
      .then((rows) => rows.map((row) => row.id - 1))
  const ours = ask('kuvend', '($1::text)::tsquery')
  return {
    simple: ask('simple', `plainto_tsquery('simple', $1)`),
    'simple + unaccent': ask('plain', `plainto_tsquery('simple', unaccent($1))`),
    kuvend: async (typed, limit) => {
      const query = tsqueryOf(typed, { lang: 'sq' })
      return query === null ? [] : ours(query.tsquery, limit)
    },
  }
}
