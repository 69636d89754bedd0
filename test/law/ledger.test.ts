import { describe, expect, it } from 'vitest'
import { publishedComments } from '#modules/consultations/ledger/comment-records.ts'
import type { Transaction } from '#platform/db/database.ts'
import { testDatabase } from '../database.ts'
import { everyDoor } from '../doors.ts'
import { entered } from '../ledger.ts'
import { testServices } from '../web.ts'
import { givenEverything } from './everything-public.ts'
import { actChangesOf } from './unentered-act-changes.ts'
import { changesOf } from './unentered-changes.ts'
import { councilChangesOf } from './unentered-council-changes.ts'
import { BESIDE, UNWATCHED, VIEWS } from './vouched-views.ts'

/**
 * What everybody can read is vouched for by the ledger: every published view by a kind of record, every column of it by a
 * field of the newest shape, every table under it by a guard that asks for the entry at commit.
 */
const db = await testDatabase()
const services = testServices(db)

const kinds = everyDoor.flatMap((door) => door.records ?? [])

const publishedViews = async (): Promise<string[]> =>
  (
    await db<{ name: string }[]>`
      select schemaname || '.' || viewname as name from pg_views where viewname like 'published\_%' order by name`
  ).map(({ name }) => name)

async function columnsOf(view: string): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${view}::regclass and attnum > 0 order by attnum`
  return rows.map(({ name }) => name)
}

/** Through views that it is made of, down to the tables. */
async function tablesUnder(view: string): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    with recursive under as (
      select ${view}::regclass::oid as relation
      union
      select depend.refobjid from under
      join pg_rewrite as rewrite on rewrite.ev_class = under.relation
      join pg_depend as depend on depend.classid = 'pg_rewrite'::regclass and depend.objid = rewrite.oid
        and depend.refclassid = 'pg_class'::regclass)
    select space.nspname || '.' || class.relname as name
    from under join pg_class as class on class.oid = under.relation and class.relkind = 'r'
    join pg_namespace as space on space.oid = class.relnamespace order by 1`
  return rows.map(({ name }) => name)
}

/** Which tables have a guard, and at what: deferred triggers whose function looks into the ledger. */
async function watched(): Promise<Set<string>> {
  const rows = await db<{ name: string }[]>`
    select distinct event.name || ' of ' || space.nspname || '.' || class.relname as name
    from pg_trigger as trigger
    join pg_proc as function on function.oid = trigger.tgfoid and function.prosrc like '%platform.ledger_entries%'
    join pg_class as class on class.oid = trigger.tgrelid
    join pg_namespace as space on space.oid = class.relnamespace
    join (values (4, 'insert'), (8, 'delete'), (16, 'update')) as event (bit, name) on trigger.tgtype & event.bit <> 0
    where trigger.tginitdeferred and trigger.tgenabled = 'O'`
  return new Set(rows.map(({ name }) => name))
}

const shown = [
  ...new Set([...(await Promise.all((await publishedViews()).map(tablesUnder))).flat(), ...BESIDE]),
].toSorted()

describe('every published view', () => {
  it('is vouched for by a kind of record at a door', async () => {
    expect(await publishedViews()).toEqual(Object.keys(VIEWS).toSorted())
    const known = kinds.map(({ kind }) => kind)
    expect(Object.values(VIEWS).filter(({ kind }) => !known.includes(kind))).toEqual([])
  })

  it.each(Object.entries(VIEWS))(
    '%s: every column is in the newest shape, or another record vouches for it',
    async (view, of) => {
      const shape = kinds.find(({ kind }) => kind === of.kind)?.shapes.at(-1) ?? []
      const columns = await columnsOf(view)
      expect(columns.filter((column) => !shape.includes(column))).toEqual(
        columns.filter((column) => column in of.elsewhere),
      )
      expect(Object.keys(of.elsewhere).filter((column) => !columns.includes(column) || shape.includes(column))).toEqual(
        [],
      )
    },
  )

  it('stands on tables whose every change is watched, or that has a reason', async () => {
    const guards = await watched()
    const open = shown.flatMap((table) => ['delete', 'insert', 'update'].map((event) => `${event} of ${table}`))
    expect(open.filter((event) => !guards.has(event)).toSorted()).toEqual(Object.keys(UNWATCHED).toSorted())
  })
})

describe('every kind of record', () => {
  it('has a name of its own, words in both languages, and fields named once', () => {
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length)
    for (const { kind, words, shapes } of kinds) {
      expect([kind, words.sq !== '', words.en !== '']).toEqual([kind, true, true])
      for (const shape of shapes) expect([kind, new Set(shape).size]).toEqual([kind, shape.length])
    }
  })
})

const given = await givenEverything(db, services)

const CHANGES = { ...changesOf(given), ...councilChangesOf(given), ...actChangesOf(given) }

describe('a change that everybody would see, without an entry', () => {
  it.each(Object.entries(CHANGES))('of %s fails when the deed ends, and nothing has changed', async (table, change) => {
    const before = await db.unsafe(`select row::text from ${table} as row order by 1`)
    const refused = { constraint_name: 'public_change_in_ledger' }
    await expect(db.begin(change)).rejects.toMatchObject(refused)
    expect(await db.unsafe(`select row::text from ${table} as row order by 1`)).toEqual(before)
  })

  it('is tried of every table that stands under a view or beside it', () => {
    const untold = shown.filter((table) => !(table in CHANGES) && table !== 'platform.text_nodes')
    expect(untold).toEqual([])
  })

  it('passes with its entry, and what only officials see passes without', async () => {
    const change = (tx: Transaction) => tx<{ id: string }[]>`
      update consultations.comments set changed_at = changed_at + interval '1 second' where id = ${given.comment} returning id`
    expect(await entered(db, publishedComments, change)).toEqual([{ id: given.comment }])
    await expect(db.begin(change)).rejects.toMatchObject({ constraint_name: 'public_change_in_ledger' })
    await db`update consultations.comments set contact_id = null where id = ${given.comment}`
    await db`update consultations.comment_events set note = 'Shënim' where comment_id = ${given.held} and kind = 'held'`
    await db`update consultations.comment_versions set found = '{telephone}' where comment_id = ${given.comment}`
  })

  it('of a draft passes too', async () => {
    const [draft] = await db`
      insert into consultations.consultations
        (institution_id, title, summary, act_kind, legal_basis, contact_email, created_at, changed_at)
      select institution_id, title, summary, act_kind, legal_basis, contact_email, now(), now()
      from consultations.consultations where id = ${given.consultation} returning state`
    expect(draft).toEqual({ state: 'draft' })
  })
})
