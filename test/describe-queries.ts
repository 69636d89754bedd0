import postgres from 'postgres'
import type { Database } from '#platform/db/database.ts'

/** A query that ran into an error of the database, with the SQL it came from. */
export type QueryFault = { message: string; sql: string }

/** For each type that our columns have, a value that code after a query can work with. */
const SAMPLE_VALUES: Record<number, unknown> = {
  16: true,
  17: Buffer.alloc(32),
  20: '1',
  21: 1,
  23: 1,
  1082: '2026-11-22',
  1184: new Date('2026-11-22T11:00:00Z'),
  1009: [],
  1015: [],
  2951: [],
  2950: '00000000-0000-4000-8000-000000000000',
}

/**
 * The same connection, on which nothing runs: PostgreSQL reads each query, finds its tables, columns and types, and
 * describes its columns. What comes back is no row, or one made up from the description, so that code which goes on with
 * the row reaches its next query.
 */
export function describingDatabase(sql: Database, rows: 'none' | 'one', faults: QueryFault[]): Database {
  const describing: Database = new Proxy(sql, {
    apply: (target, _self, args: [TemplateStringsArray, ...never[]]) => {
      const made: unknown = Reflect.apply(target, undefined, args)
      return isQuery(made) ? described(made, rows, faults) : made
    },
    get: (target, name) => {
      if (name === 'begin' || name === 'savepoint') return (use: (tx: Database) => unknown) => use(describing)
      if (name === 'unsafe') return (text: string) => described(target.unsafe(text), rows, faults)
      return Reflect.get(target, name) as unknown
    },
  })
  return describing
}

type Query = postgres.PendingQuery<postgres.Row[]>

const isQuery = (made: unknown): made is Query => typeof made === 'object' && made !== null && 'describe' in made

/** A fragment is never waited for, and goes into its query as it is; only what is waited for is described. */
function described(query: Query, rows: 'none' | 'one', faults: QueryFault[]): Query {
  const answer = async (): Promise<unknown> => {
    try {
      return rowsOf(await query.describe(), rows)
    } catch (error) {
      faults.push({ message: String(error), sql: error instanceof postgres.PostgresError ? error.query : '' })
      throw error
    }
  }
  const waiting = new Map<string | symbol, unknown>([
    ['then', (...next: Parameters<Promise<unknown>['then']>) => answer().then(...next)],
    ['catch', (...next: Parameters<Promise<unknown>['catch']>) => answer().catch(...next)],
    ['finally', (...next: Parameters<Promise<unknown>['finally']>) => answer().finally(...next)],
  ])
  return new Proxy(query, { get: (target, name) => waiting.get(name) ?? Reflect.get(target, name) })
}

function rowsOf({ columns }: postgres.Statement, rows: 'none' | 'one'): unknown[] {
  const row = Object.fromEntries(
    columns.map(({ name, type }) => [postgres.toCamel(name), type in SAMPLE_VALUES ? SAMPLE_VALUES[type] : 'x']),
  )
  return Object.assign(rows === 'one' ? [row] : [], { count: rows === 'one' ? 1 : 0 })
}

/** What PostgreSQL finds wrong with a query function, called with these arguments; empty when it is in order. */
export async function faultsOf(
  sql: Database,
  query: (connection: Database, ...args: unknown[]) => unknown,
  args: readonly unknown[],
): Promise<QueryFault[]> {
  const faults: QueryFault[] = []
  for (const rows of ['none', 'one'] as const) {
    try {
      await query(describingDatabase(sql, rows, faults), ...args)
    } catch (error) {
      // "An insert returns its row" and the like: there was none. What the database itself says is in `faults` already.
      if (error instanceof TypeError) throw error
    }
  }
  return faults
}
