import { expect, it } from 'vitest'
import { demonstrate } from '../../demonstrate.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'

const db = await testDatabase()
const services = testServices(db, { demo: true })
const count = async () =>
  (
    await db`
    select (select count(*)::int from platform.bodies) as bodies, (select count(*)::int from platform.body_members) as members,
      (select count(*)::int from platform.persons) as persons, (select count(*)::int from platform.places) as places,
      (select count(*)::int from platform.topics) as topics, (select count(*)::int from platform.role_addresses) as addresses,
      (select count(*)::int from platform.institutions) as institutions`
  )[0]

it('the demonstration has bodies with orders and members, places, topics and listed organisations, and loading it again adds nothing', async () => {
  await demonstrate(services)
  const first = await count()
  expect(first).toMatchObject({ bodies: 11, topics: 16, places: 99 + 19 + 2 + 8 })
  await demonstrate(services)
  expect(await count()).toEqual(first)
  expect(await findInstitution(db, 'sq', 'shoqata-bregu-i-paster')).toMatchObject({
    demonstration: true,
    standing: 'listed',
  })
  const persons = await db<{ name: string }[]>`select name from platform.persons`
  expect(persons.filter(({ name }) => !name.endsWith(' Demo'))).toEqual([])
  const about = await db`select topics, places from consultations.published_consultations where not history`
  expect(about.map(({ topics, places }) => [topics.length, places.length]).toSorted()).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
    [2, 1],
    [2, 2],
  ])
}, 60_000)
