import { setTimeout } from 'node:timers/promises'
import { ledgerUrls as urls } from '#app/public/ledger/urls.ts'
import type { Program } from '../program.ts'
import type { RoomPages } from './page.ts'

/** The log that only grows: as it is found first, narrowed, of one record, one entry, the proof that it goes on. */
export const ledgerPages: RoomPages = async (program) => {
  const size = await published(program)
  const { db } = program
  await db`
    insert into platform.ledger_witnesses (vkey, url, since, failing_since, failure)
    values ('deshmitar.example/ditari+00000000+AQ==', 'http://127.0.0.1:9/', now(), now(), 'nuk u arrit')
    on conflict do nothing`
  const [record] = await db<{ subject: string; index: number }[]>`
    select subject, leaf_index::int as index from platform.ledger_entries
    where kind = 'consultations.consultation' and leaf_index < ${size} order by leaf_index limit 1`
  const log = (query: string) => ({ path: urls.log() + query })
  const wrongDay = '?nga-day=31&nga-month=2&nga-year=2026&deri-day=1&deri-month=1&deri-year=2026'
  const everybody = [
    log(''),
    log('?institucioni=bregas'),
    log('?institucioni=bregas&lloji=institutions.institution&nga-day=1&nga-month=1&nga-year=2020'),
    log('?lloji=asgje.fare'),
    log('?para=1.1'),
    { ...log(wrongDay), status: 422 },
    log(`?lenda=${record?.subject}`),
    log('?lenda=consultations.consultation:00000000-0000-4000-8000-000000000000'),
    { path: urls.entry(record?.index ?? 0) },
    { path: urls.entry(0) },
    { path: urls.entry(99_999_999), status: 404 },
    { path: urls.consistency() },
    { path: urls.between(1, size) },
    { path: urls.between(size, size) },
    { path: urls.between(1, 2) },
    { path: `${urls.consistency()}?nga=shum%C3%AB&deri=0`, status: 422 },
    { path: `${urls.consistency()}?nga=2&deri=1`, status: 422 },
  ]
  const first = [log(''), { path: urls.entry(0) }]
  return { anonymous: everybody, citizen: first, official: first, auditor: first, operator: first }
}

/** How many entries everybody has been shown, once the program has ordered those of the demonstration. */
async function published({ db }: Program): Promise<number> {
  for (let tries = 0; tries < 150; tries++) {
    const [head] = await db<{ size: number }[]>`
      select size::int as size from platform.ledger_checkpoints where published_at is not null order by size desc limit 1`
    const [waiting] = await db`select from platform.ledger_entries where leaf_index is null limit 1`
    if (head && head.size > 1 && !waiting) return head.size
    await setTimeout(200)
  }
  throw new Error('The entries of the ledger were not ordered within 30 seconds')
}
