import type { Database, Queryable, Transaction } from '../db/database.ts'
import { tidyRow } from './column-rules.ts'
import type { Dataset, KeyedRow, Row, RowFilters } from './dataset.ts'
import { limitTime, readWholeSnapshot } from './export-queries.ts'

/** Rows at once: what one page of a file keeps in memory. */
const PAGE = 1000
/** No page takes so long, unless something is wrong. */
const MOST_MS = 15_000

/** Reads and changes nothing, and is ended when it takes too long. */
export const readInTime = <Found>(db: Database, work: (tx: Transaction) => Promise<Found>): Promise<Found> =>
  db.begin('read only', async (tx) => {
    await limitTime(tx, MOST_MS)
    return work(tx)
  }) as Promise<Found>

/** One moment of the whole database, for as long as the work goes on: for copies, which nobody waits for. */
export const readAsOne = <Found>(
  db: Database,
  work: (tx: Transaction, seen: string) => Promise<Found>,
): Promise<Found> =>
  db.begin('isolation level repeatable read read only', async (tx) =>
    work(tx, await readWholeSnapshot(tx)),
  ) as Promise<Found>

type Asked = { dataset: Dataset; filters: RowFilters; url: string }

/**
 * All rows, page by page: the next page is asked for when somebody wants it, and none after they have gone. Each page is a
 * question of its own, so that a slow reader holds no connection; what changes meanwhile may or may not be in the file.
 */
export async function* rowPages(
  db: Database,
  { dataset, filters, url }: Asked,
  most = Infinity,
): AsyncGenerator<Row[]> {
  const ask = (after: string | null, limit: number) =>
    readInTime(db, (tx) => dataset.page(tx, { after, limit, filters }))
  for await (const page of pages(ask, most)) yield tidied(dataset, page, url)
}

/** The same inside a transaction that sees one moment. */
export async function* rowPagesAsOne(tx: Queryable, { dataset, filters, url }: Asked): AsyncGenerator<Row[]> {
  const ask = (after: string | null, limit: number) => dataset.page(tx, { after, limit, filters })
  for await (const page of pages(ask, Infinity)) yield tidied(dataset, page, url)
}

const tidied = ({ columns }: Dataset, page: readonly KeyedRow[], url: string): Row[] =>
  page.map(({ row }) => tidyRow(columns, row, url))

async function* pages(
  ask: (after: string | null, limit: number) => Promise<KeyedRow[]>,
  most: number,
): AsyncGenerator<KeyedRow[]> {
  let after: string | null = null
  for (let left = most; left > 0; left -= PAGE) {
    const limit = Math.min(PAGE, left)
    const page: KeyedRow[] = await ask(after, limit)
    if (page.length > 0) yield page
    if (page.length < limit) return
    after = page.at(-1)?.key ?? null
  }
}
