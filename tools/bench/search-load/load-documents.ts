import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { Database } from '#platform/db/database.ts'
import { openLoadHouse } from './load-house.ts'
import type { RealWords } from './real-words.ts'
import { BATCH, type LoadHouse } from './synthetic-documents.ts'

type Print = (line: string) => void

/** So many synthetic documents straight into the index table; its indexes are made afterwards, as a rebuild makes them. */
export async function loadDocuments(
  db: Database,
  url: string,
  count: number,
  words: RealWords,
  print: Print,
): Promise<LoadHouse> {
  const house = await openLoadHouse(db)
  const [there] = await db<{ some: boolean }[]>`select exists (select from platform.search_documents) as some`
  if (there?.some) return house
  const indexes = await db<{ name: string; made: string }[]>`
    select indexname as name, indexdef as made from pg_indexes
    where schemaname = 'platform' and tablename = 'search_documents'
      and indexname not in (select conname from pg_constraint where conrelid = 'platform.search_documents'::regclass)`
  for (const { name } of indexes) await db.unsafe(`drop index platform.${name}`)
  await timed(print, `${count} documents analysed and copied`, () => fill(url, count, { house, words }))
  for (const { name, made } of indexes) {
    await timed(print, `index ${name}`, async () => {
      await db.begin(async (tx) => {
        await tx`select set_config('maintenance_work_mem', '512MB', true)`
        await tx.unsafe(made)
      })
      const [size] = await db<
        { size: string }[]
      >`select pg_size_pretty(pg_relation_size(${`platform.${name}`}::regclass)) as size`
      return size?.size
    })
  }
  await timed(print, 'vacuum analyze', async () => void (await db.unsafe('vacuum analyze platform.search_documents')))
  const [table] = await db<{ rows: number; size: string; heap: string; lexemes: number }[]>`
    select count(*)::int as rows, pg_size_pretty(pg_total_relation_size('platform.search_documents')) as size,
           pg_size_pretty(pg_table_size('platform.search_documents')) as heap,
           (select round(avg(length(words)))::int from platform.search_documents tablesample system (1)) as lexemes
    from platform.search_documents`
  print(`${table?.rows} rows, table ${table?.heap}, with indexes ${table?.size}, ${table?.lexemes} lexemes each`)
  return house
}

async function fill(url: string, count: number, given: { house: LoadHouse; words: RealWords }): Promise<void> {
  const hands = Math.min(2, availableParallelism())
  const batches = Math.ceil(count / BATCH)
  await Promise.all(
    Array.from({ length: hands }, (_, first) => {
      const child = spawn(
        process.execPath,
        ['tools/bench/search-load/fill-batches.ts', String(first), String(hands), String(batches)],
        { env: { ...process.env, SEARCH_LOAD_DATABASE: url }, stdio: ['pipe', 'inherit', 'inherit'] },
      )
      child.stdin.end(JSON.stringify(given))
      return new Promise<void>((resolve, reject) =>
        child.once('exit', (code) =>
          code === 0 ? resolve() : reject(new Error(`A filling process ended with ${code}`)),
        ),
      )
    }),
  )
}

/** What it gives is told beside its time. */
export async function timed(print: Print, name: string, work: () => Promise<string | undefined | void>): Promise<void> {
  const from = performance.now()
  const told = await work()
  print(`${name}: ${((performance.now() - from) / 1000).toFixed(1)} s${told ? `, ${told}` : ''}`)
}
