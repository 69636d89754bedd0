/** A query that the test cannot try, and why. */
export type Untried = { untried: string }

/**
 * Arguments for every query of a file, without the connection: one row for each optional part of the SQL. A query without
 * a sample does not compile, and fails the test. They stand beside the queries, as `comment-query-samples.ts` beside
 * `comment-queries.ts`.
 */
export type QuerySamples<Queries> = {
  [Name in keyof Queries as Queries[Name] extends (...args: never[]) => unknown ? Name : never]: Queries[Name] extends (
    connection: never,
    ...args: infer Arguments
  ) => unknown
    ? readonly Arguments[] | Untried
    : Untried
}

/** Values of the right shape; nobody has these ids. */
export const ID = '00000000-0000-4000-8000-000000000000'
export const DIGEST = Buffer.alloc(32)
export const MOMENT = new Date('2026-11-22T11:00:00Z')
