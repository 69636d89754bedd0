import type { Database } from '#platform/db/database.ts'

/** Help for tests: what a deed wrote, and what it left as it was. Only tests import this. */

const COUNTED = {
  consultations: 'consultations.consultations',
  changes: 'consultations.consultation_events',
  comments: 'consultations.comments',
  versions: 'consultations.comment_versions',
  events: 'consultations.comment_events',
  contacts: 'platform.contacts',
  documents: 'platform.documents',
  nodes: 'platform.text_nodes',
  letters: 'platform.mail_messages',
  jobs: 'graphile_worker._private_jobs',
} as const

type Counted = keyof typeof COUNTED
const kinds = Object.keys(COUNTED) as Counted[]

async function countRows(db: Database): Promise<Record<Counted, number>> {
  const columns = kinds.map((kind) => `(select count(*)::int from ${COUNTED[kind]}) as ${kind}`)
  const [row] = await db.unsafe<Record<Counted, number>[]>(`select ${columns.join(', ')}`)
  if (!row) throw new Error('A select of counts gives a row')
  return row
}

/** How many rows a deed added (or took away); what it left alone is not named. */
export async function rowsChangedBy(
  db: Database,
  deed: () => Promise<unknown>,
): Promise<Partial<Record<Counted, number>>> {
  const before = await countRows(db)
  await deed()
  const after = await countRows(db)
  return Object.fromEntries(
    kinds.flatMap((kind) => (after[kind] === before[kind] ? [] : [[kind, after[kind] - before[kind]]])),
  )
}

/** What every request may write: signs of life, counts of tries, that an official looked. */
const APART = ['platform.sessions', 'platform.rate_limits', 'platform.accesses', 'public.kuvend_migrations']

/**
 * Equal before and after what changes nothing, and not otherwise: of every table of ours how many rows it has and which
 * transactions wrote them. A row that was written, even with what it held already, carries another transaction.
 */
export async function stateOf(db: Database): Promise<string> {
  const tables = await db<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`
  const counted = ['graphile_worker._private_jobs', ...tables.map(({ name }) => name)].filter(
    (name) => !APART.includes(name),
  )
  const digest = (table: string) => `(select count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) from ${table})`
  const [row] = await db.unsafe<{ state: string }[]>(`select ${counted.map(digest).join(` || '.' || `)} as state`)
  return row?.state ?? ''
}
