import { describe, expect, it } from 'vitest'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import type { Door } from '#platform/door.ts'
import { findSearchFigures } from '#platform/search/index/changed-queries.ts'
import { countWords } from '#platform/search/index/count-words.ts'
import { rebuildIndex } from '#platform/search/index/rebuild-index.ts'
import { reconcileIndex } from '#platform/search/index/reconcile-index.ts'
import { refreshIndex } from '#platform/search/index/refresh-index.ts'
import { findSign } from '#platform/signs/sign-queries.ts'
import { testDatabase } from '../database.ts'
import { everyDoor } from '../doors.ts'
import { TEST_NOW, testServices } from '../web.ts'

const db = await testDatabase()
const services = testServices(db)

const settle = async (doors: readonly Door[] = everyDoor) => {
  while ((await refreshIndex(services, doors)) > 0);
}
const subjectOf = ({ id }: { id: string }) => `consultations.consultation:${id}`
const stands = async (one: { id: string }) =>
  (await db`select from platform.search_documents where subject = ${subjectOf(one)} and part = ''`).length
const rows = () => db`select subject, part, stamp from platform.search_documents order by subject, part`

/** The same doors, where one record cannot be read. */
const failingAt = (id: string): readonly Door[] =>
  everyDoor.map((door) => ({
    ...door,
    ...(door.search && {
      search: door.search.map((source) => ({
        ...source,
        find: async (...asked: Parameters<typeof source.find>) => {
          if (asked[1].includes(id)) throw new Error('a record as nobody has thought of')
          return source.find(...asked)
        },
      })),
    }),
  }))

describe('a record that cannot be read', () => {
  it('holds up no other, is told in the figures, and is tried again until it can', async () => {
    const [bad, good] = [await givenConsultation(services), await givenConsultation(services)]
    await settle(failingAt(bad.id))
    expect([await stands(bad), await stands(good)]).toEqual([0, 1])
    expect(await findSearchFigures(db, services.clock.now())).toMatchObject({ waiting: 1, faulty: 1 })
    const [{ fault } = { fault: '' }] = await db<{ fault: string }[]>`
      select fault from platform.changed_subjects where attempts > 0`
    expect(fault).toMatch(/^[0-9a-f-]{36}$/)
    await settle()
    expect(await stands(bad)).toBe(0)
    services.clock.passMinutes(1)
    await settle()
    expect(await stands(bad)).toBe(1)
    expect(await findSearchFigures(db, services.clock.now())).toMatchObject({ waiting: 0, faulty: 0, oldest: null })
    services.clock.set(TEST_NOW)
  })

  it('leaves the index when it could be read before: nobody knows whether it is still public', async () => {
    const bad = await givenConsultation(services)
    await settle()
    await db`insert into platform.changed_subjects (subject, at) values (${subjectOf(bad)}, now())`
    await settle(failingAt(bad.id))
    expect(await stands(bad)).toBe(0)
    services.clock.passMinutes(1)
    await settle()
    expect(await stands(bad)).toBe(1)
  })

  it('does not stop the index from being built anew, and comes in afterwards', async () => {
    const bad = await givenConsultation(services)
    await settle()
    const whole = await rows()
    expect(await rebuildIndex(services, failingAt(bad.id))).toMatchObject({ kind: 'built' })
    expect(await stands(bad)).toBe(0)
    expect((await rows()).length).toBeGreaterThan(whole.length - 7)
    services.clock.passMinutes(1)
    await settle()
    expect(await rows()).toEqual(whole)
  })
})

describe('the nightly look', () => {
  it('finds nothing to mend in an index that followed its deeds, and says so', async () => {
    await givenComment(services, await givenConsultation(services))
    await settle()
    const whole = await rows()
    expect(await reconcileIndex(services, everyDoor)).toEqual({ mended: 0 })
    expect(await rows()).toEqual(whole)
    expect((await findSign(db, 'search'))?.details).toEqual({ ok: true, mended: 0 })
  })

  it('mends what is missing, what is otherwise, and what should not stand, and counts it', async () => {
    const [missing, other] = [await givenConsultation(services), await givenConsultation(services)]
    await settle()
    const whole = await rows()
    await db`delete from platform.search_documents where subject = ${subjectOf(missing)} and part = ''`
    await db`
      update platform.search_documents set title = 'Tjetër', stamp = md5('x') where subject = ${subjectOf(other)} and part = ''`
    await db`
      insert into platform.search_documents (subject, matter, kind, lang, title, body, href, published_at, changed_at, day, year,
        state, words, title_words, stem_version, stamp)
      select of || gen_random_uuid(), of || gen_random_uuid(), 'consultation', 'sq', 'Nuk ekziston', '', '/x', now(), now(), current_date,
        2026, 'open', '', '', 1, md5('y')
      from unnest(array['consultations.consultation:', 'dikush.tjeter:']) as of`
    expect(await reconcileIndex(services, everyDoor)).toEqual({ mended: 4 })
    expect(await rows()).toEqual(whole)
    expect((await findSign(db, 'search'))?.details).toEqual({ ok: false, mended: 4 })
  })
})

describe('the words that are offered', () => {
  const known = async (...folded: string[]) =>
    (
      await db<{ folded: string }[]>`
      select folded from platform.search_words where folded = any(${folded}) order by folded`
    ).map((row) => row.folded)

  it('are those of titles at once, of bodies when they stand in two, and never those of citizens', async () => {
    const summary = 'Fjala gjelltore gjendet këtu.'
    const one = await givenConsultation(services, { title: 'Rregullore për shtjellzat', summary })
    await givenComment(services, one, { body: 'Kërkoj zhvendoshmëri.', authorName: 'Zogjanka Prove' })
    await givenComment(services, one, { body: 'Kërkoj zhvendoshmëri prapë.', authorName: 'Zogjanka Prove' })
    await settle()
    expect(await known('shtjellzat', 'gjelltore')).toEqual(['shtjellzat'])
    await countWords(services)
    expect(await known('shtjellzat', 'gjelltore', 'zhvendoshmeri', 'zogjanka', 'prove')).toEqual(['shtjellzat'])
    await givenConsultation(services, { summary })
    await settle()
    await countWords(services)
    expect(await known('shtjellzat', 'gjelltore', 'zhvendoshmeri', 'zogjanka')).toEqual(['gjelltore', 'shtjellzat'])
  })

  it('are the names of places too', async () => {
    const [place] = await db<
      { name: string }[]
    >`select name_sq as name from platform.places where retired_on is null limit 1`
    if (place)
      expect(
        await db`select from platform.search_words where shown = ${place.name.toLowerCase().split(' ')[0] ?? ''}`,
      ).toHaveLength(1)
  })
})
