import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from '#platform/db/database.ts'
import { sourceFiles } from '../tools/source-files.ts'
import { testDatabase } from './database.ts'
import { faultsOf } from './describe-queries.ts'
import type { Untried } from './query-samples.ts'

const ROOT = join(import.meta.dirname, '..')
const db = await testDatabase()

type QueryFunction = (connection: Database, ...args: unknown[]) => unknown
type Samples = Record<string, readonly (readonly unknown[])[] | Untried>

const files = sourceFiles(ROOT, ['src']).filter((file) => file.endsWith('-queries.ts'))

async function queriesOf(file: string): Promise<[name: string, query: QueryFunction][]> {
  const exported = (await import(join(ROOT, file))) as Record<string, unknown>
  return Object.entries(exported).filter((entry): entry is [string, QueryFunction] => typeof entry[1] === 'function')
}

async function samplesOf(file: string): Promise<Samples> {
  const beside = file.replace(/-queries\.ts$/, '-query-samples.ts')
  const { samples } = (await import(join(ROOT, beside)).catch(() => ({ samples: {} }))) as { samples: Samples }
  return samples
}

describe.each(files)('every query of %s', async (file) => {
  const queries = await queriesOf(file)
  const samples = await samplesOf(file)

  it('has a sample, or a reason why it has none', () => {
    const known = Object.entries(samples).filter(([, one]) => ('untried' in one ? one.untried !== '' : one.length > 0))
    expect(known.map(([name]) => name).toSorted()).toEqual(queries.map(([name]) => name).toSorted())
  })

  const tried = queries.flatMap(([name, query]) => {
    const rows = samples[name] ?? []
    return 'untried' in rows ? [] : rows.map((args, n) => ({ name, n: n + 1, query, args }))
  })
  it.skipIf(tried.length === 0).each(tried)('$name, sample $n, fits the migrated database', async ({ query, args }) => {
    expect(await faultsOf(db, query, args)).toEqual([])
  })
})

describe('the check itself', () => {
  it('knows every file of queries', () => {
    expect(files.length).toBeGreaterThan(20)
  })

  it('names a column that does not exist', async () => {
    const wrong = (sql: Database) => sql`select titulli from consultations.consultations`
    expect(await faultsOf(db, wrong, [])).toMatchObject([
      { message: expect.stringContaining('column "titulli" does not') },
      {},
    ])
  })

  it('names a table that does not exist, in a fragment that only some arguments bring in', async () => {
    const wrong = (sql: Database, more: boolean) =>
      sql`select id from platform.accounts ${more ? sql`where id in (select id from nobody.knows)` : sql``}`
    expect(await faultsOf(db, wrong as QueryFunction, [false])).toEqual([])
    const [fault] = await faultsOf(db, wrong as QueryFunction, [true])
    expect(fault).toMatchObject({ message: expect.stringContaining('"nobody.knows" does not exist') })
    expect(fault?.sql).toContain('select id from platform.accounts where id in')
  })

  it('names a value that cannot be compared with its column', async () => {
    const wrong = (sql: Database) => sql`select id from platform.accounts where id = ${new Date()}`
    expect((await faultsOf(db, wrong, []))[0]?.message).toContain('operator does not exist')
  })

  it('goes on to the second query with a row made up from the first', async () => {
    const wrong = async (sql: Database) => {
      const [row] = await sql<{ id: string }[]>`select id from platform.accounts`
      if (!row) throw new Error('there is one')
      await sql`select ${row.id} from platform.acounts`
    }
    expect(await faultsOf(db, wrong, [])).toHaveLength(1)
  })

  it('finds a fault that the query function keeps to itself', async () => {
    const wrong = (sql: Database) => sql`select nothing`.catch(() => [])
    expect(await faultsOf(db, wrong, [])).toHaveLength(2)
  })

  it('changes nothing in the database', async () => {
    const rows = () => db<{ rows: number }[]>`select count(*)::int as rows from platform.institutions`
    const before = await rows()
    await faultsOf(db, (sql: Database) => sql`delete from platform.institutions`, [])
    await faultsOf(db, (sql: Database) => sql.begin((tx) => tx.unsafe('delete from platform.institutions')), [])
    expect(await rows()).toEqual(before)
  })
})
