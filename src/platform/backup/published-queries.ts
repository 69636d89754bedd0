import type { Queryable } from '../db/database.ts'

export const listWitnessPlaces = (db: Queryable): Promise<{ url: string }[]> =>
  db<{ url: string }[]>`select url from platform.ledger_witnesses where until is null order by id limit 100`

/** Every name the log has had, the present one first. */
export const listOrigins = async (db: Queryable): Promise<string[]> =>
  (await db<{ origin: string }[]>`select origin from platform.ledger_logs order by id desc limit 20`).map(
    ({ origin }) => origin,
  )
