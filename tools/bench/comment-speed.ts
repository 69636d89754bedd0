import { loadavg } from 'node:os'
import { publishedComments, receivedComments } from '#modules/consultations/ledger/comment-records.ts'
import type { Database } from '#platform/db/database.ts'
import { openBenchHouse } from './comment-house.ts'
import { commentsUnder, statementsOf, type Target } from './comment-load.ts'
import { addOpenConsultations, addPeople, demoTarget } from './comment-targets.ts'

const CALLERS = [8, 16, 32]
const PEOPLE = 50_000
const CONSULTATIONS = 200
/** Before each figure, so that plans are made and files grown. */
const WARM_SECONDS = 3

type Print = (line: string) => void

/**
 * Comments durably received: the whole deed of somebody signed in, committed with fsync, with its code, its history, its
 * letter in the outbox and its entries in the ledger; and the same without the entries.
 */
export async function measureComments(print: Print, seconds = 20): Promise<void> {
  const house = await openBenchHouse()
  const { services, pid } = house
  const { db } = services
  try {
    print(await safetyOf(db))
    const load = { services, pid, people: await addPeople(db, PEOPLE) }
    const one = [await demoTarget(db)]
    const many = await addOpenConsultations(db, CONSULTATIONS)
    const measure = async (name: string, targets: readonly Target[], callers: number) => {
      await commentsUnder({ ...load, targets, callers, seconds: WARM_SECONDS })
      const speed = await commentsUnder({ ...load, targets, callers, seconds })
      print(`${name}, ${callers} at once: ${speed} (load ${loadavg()[0]?.toFixed(1)})`)
    }
    print(`statements of one comment: ${await statementsOf({ ...load, targets: one })}`)
    for (const callers of CALLERS) await measure('with the ledger, one consultation', one, callers)
    await measure(`with the ledger, ${CONSULTATIONS} consultations`, many, 16)
    print(await entriesOf(db))
    await leaveLedgerOut(db)
    print(`statements of one comment without the ledger: ${await statementsOf({ ...load, targets: one })}`)
    for (const callers of CALLERS) await measure('without the ledger, one consultation', one, callers)
  } finally {
    await house.close()
  }
}

async function safetyOf(db: Database): Promise<string> {
  const rows = await db<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`
  return rows.map(({ name, setting }) => `${name} ${setting}`).join(', ')
}

/** Counted comments and entries must be as many; what is not ordered yet was written in the last second or so. */
async function entriesOf(db: Database): Promise<string> {
  const [row] = await db<{ comments: number; received: number; published: number; waiting: number }[]>`
    select (select count(*)::int from consultations.comments where confirmed_at is not null) as comments,
           count(*) filter (where kind = ${receivedComments.kind})::int as received,
           count(*) filter (where kind = ${publishedComments.kind})::int as published,
           count(*) filter (where leaf_index is null)::int as waiting
    from platform.ledger_entries`
  return `${row?.comments} comments, ${row?.received} entries of what was sent, ${row?.published} of what is public; ${row?.waiting} entries not ordered yet`
}

/** Only here, in a database that is thrown away: the kinds find nothing to enter, and the guard does not ask. */
async function leaveLedgerOut(db: Database): Promise<void> {
  receivedComments.find = publishedComments.find = () => Promise.resolve([])
  const guards = await db<{ of: string; name: string }[]>`
    select tgrelid::regclass::text as of, tgname as name from pg_trigger
    where tgfoid = 'platform.require_ledger_entry'::regproc and tgrelid::regclass::text ~ '^consultations\\.comment'`
  for (const { of, name } of guards) await db`alter table ${db(of)} disable trigger ${db(name)}`
}
