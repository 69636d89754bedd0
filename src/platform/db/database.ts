import postgres from 'postgres'

/** A pool. Given to pages that read, and to deeds, which open their own transaction. */
export type Database = postgres.Sql

/** Inside a transaction. What writes takes this, so that it cannot run outside one. */
export type Transaction = postgres.TransactionSql

/** Reading works in both. */
export type Queryable = Database | Transaction

const DATE_OID = 1082

/**
 * Column names become camelCase on the way out and snake_case on the way in; keys inside jsonb stay as they are
 * (`postgres.camel` would rename those too). A `date` stays the text `2026-11-21`: a civil date has no instant.
 */
export function openDatabase(url: string, options: { max?: number } = {}): Database {
  return postgres(url, {
    max: options.max ?? 8,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'kuvend', TimeZone: 'UTC' },
    transform: { undefined: null, column: { from: postgres.toCamel, to: postgres.fromCamel } },
    types: {
      date: {
        to: DATE_OID,
        from: [DATE_OID],
        serialize: (date: string) => date,
        parse: (date: string) => date,
      },
    },
  })
}

/** The only row, or null. */
export const one = <Row>(rows: readonly Row[]): Row | null => rows[0] ?? null
