import { describe, expect, it } from 'vitest'
import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import type { Database } from '#platform/db/database.ts'
import type { Door } from '#platform/door.ts'
import { holdIndex } from '#platform/search/index/changed-queries.ts'
import { beginFilling } from '#platform/search/index/rebuild-queries.ts'
import { rebuildIfNeeded, rebuildIndex } from '#platform/search/index/rebuild-index.ts'
import { refreshIndex } from '#platform/search/index/refresh-index.ts'
import { fillIndex, sourcesOf } from '#platform/search/index/write-index.ts'
import { testDatabase } from '../database.ts'
import { everyDoor } from '../doors.ts'
import { entered } from '../ledger.ts'
import { testServices } from '../web.ts'

const db = await testDatabase()
const services = testServices(db)
const never = new AbortController().signal

const settle = async () => {
  while ((await refreshIndex(services, everyDoor)) > 0);
}
const rows = (table: 'search_documents' | 'search_documents_next' = 'search_documents') => db`
  select subject, part, stamp from ${db(`platform.${table}`)} order by subject, part`
const one = await givenConsultation(services, { title: 'Rregullore për tregun' })
await givenComment(services, one)
await settle()
const whole = await rows()

const retitled = (title: string) =>
  entered(db, publishedConsultations, async (tx) => {
    await tx`update consultations.consultations set title = ${title} where id = ${one.id}`
    return [{ id: one.id }]
  })
const titles = (table: 'search_documents' | 'search_documents_next') => db`
  select distinct title from ${db(`platform.${table}`)} where kind = 'consultation'`

/** The same doors, and a hand that does something while the records of a source are being read. */
const whileReading = (deed: () => Promise<unknown>): readonly Door[] => {
  let done = false
  return everyDoor.map((door) => ({
    ...door,
    ...(door.search && {
      search: door.search.map((source) => ({
        ...source,
        idsAfter: async (...asked: Parameters<typeof source.idsAfter>) => {
          const ids = await source.idsAfter(...asked)
          if (source.subjectKind === 'consultations.comment' && !done) {
            done = true
            await deed()
          }
          return ids
        },
      })),
    }),
  }))
}

describe('the index built anew', () => {
  it('is the same as the one that followed each deed, twice in a row, under the same name', async () => {
    expect(whole.length).toBeGreaterThan(5)
    for (let time = 1; time <= 2; time += 1) {
      expect(await rebuildIndex(services, everyDoor)).toMatchObject({ kind: 'built' })
      expect(await rows()).toEqual(whole)
      expect(await rows('search_documents_next')).toEqual([])
    }
    expect(await db`select filling, stem_version > 0 as built from platform.search_state`).toEqual([
      { filling: false, built: true },
    ])
  })

  it('holds what was done while it was being built, and so does the one that people search in meanwhile', async () => {
    const seen: unknown[] = []
    const doors = whileReading(async () => {
      await retitled('Rregullore e re për tregun')
      await settle()
      seen.push(await titles('search_documents'), await titles('search_documents_next'))
    })
    expect(await rebuildIndex(services, doors)).toMatchObject({ kind: 'built' })
    const now = [{ title: 'Rregullore e re për tregun' }]
    expect([...seen, await titles('search_documents')]).toEqual([now, now, now])
    await retitled('Rregullore për tregun')
    await settle()
    expect(await rows()).toEqual(whole)
  })

  it('changes names while people search, and waits for who reads for long', async () => {
    let searching = true
    const prepared = async () =>
      (await db`select count(*)::int as n from platform.search_documents where ${true}`)[0]?.n
    const reader = (async () => {
      const counts = new Set<number>()
      while (searching) counts.add(await prepared())
      return counts
    })()
    const slow = db.begin(async (tx) => {
      await tx`select count(*) from platform.search_documents`
      await tx`select pg_sleep(2.5)`
    })
    expect(await rebuildIndex(services, everyDoor)).toMatchObject({ kind: 'built' })
    searching = false
    expect([...(await reader)]).toEqual([whole.length])
    await slow
    expect(await rows()).toEqual(whole)
  })

  it('is begun anew from nothing after somebody was killed in the middle of it, and searching went on', async () => {
    await db.begin(async (tx) => {
      await holdIndex(tx)
      await beginFilling(tx)
      const source = sourcesOf(everyDoor).find(({ subjectKind }) => subjectKind === publishedConsultations.kind)
      if (source) await fillIndex(tx, source, [one.id], services.clock.now())
      // What never was, and must not be found because a killed worker had written it.
      await tx`update platform.search_documents_next set subject = replace(subject, ${one.id}, gen_random_uuid()::text)`
    })
    expect(await rows()).toEqual(whole)
    await retitled('Rregullore ndërkohë')
    await settle()
    expect(await titles('search_documents')).toEqual([{ title: 'Rregullore ndërkohë' }])
    expect(await rebuildIfNeeded(services, everyDoor, never)).toMatchObject({ kind: 'built' })
    expect(await rebuildIfNeeded(services, everyDoor, never)).toBeNull()
    await retitled('Rregullore për tregun')
    await settle()
    expect(await rows()).toEqual(whole)
  })

  it('is stopped without a trace when the worker ends', async () => {
    const stop = new AbortController()
    stop.abort()
    expect(await rebuildIndex(services, everyDoor, stop.signal)).toEqual({ kind: 'stopped' })
    expect(await rows()).toEqual(whole)
    expect(await rebuildIfNeeded(services, everyDoor, never)).toMatchObject({ kind: 'built' })
  })

  it('is built by one process at a time', async () => {
    const both = await Promise.all([rebuildIndex(services, everyDoor), rebuildIndex(services, everyDoor)])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['built', 'busy'])
  })

  it('is built at the first start on a database that had records before it had an index', async () => {
    await db`truncate platform.search_documents, platform.search_words, platform.changed_subjects, platform.search_state`
    expect(await rebuildIfNeeded(services, everyDoor, never)).toMatchObject({ kind: 'built' })
    expect(await rows()).toEqual(whole)
    const [{ n } = { n: 0 }] = await (db as Database)<{ n: number }[]>`
      select count(*)::int as n from platform.search_words where folded = 'rregullore'`
    expect(n).toBe(1)
  })
})
