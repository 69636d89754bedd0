import { expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { entriesOf } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import { givenCouncil } from '../testing.ts'
import { peopleOfficeUrls as urls, peopleUrls } from '../urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const cookie = await web.signedInAs(staffWith('council-secretary', 'prova'))

const stateOf = async (id: string) =>
  (await db<{ state: string }[]>`select state from council.councillors where person_id = ${id}`)[0]?.state

it('a council that came in as drafts is published in one deed, whom the secretary chose and nobody of another institution', async () => {
  const own = await givenCouncil(services, { members: 4, published: false })
  const other = await givenCouncil(services, { members: 1, published: false, institution: 'provas' })
  const [first, second, third, left] = own.members
  const page = await (await web.get(urls.publishMany(), { cookie })).text()
  for (const member of own.members) expect(page).toContain(member.name)
  expect((await web.post(urls.publishMany(), { tjeter: '1' }, { cookie })).status).toBe(422)
  const chosen = [first?.id, second?.id, third?.id, other.members[0]?.id].map((id) => id ?? '')
  const answers = [
    await web.post(urls.publishMany(), { anetaret: chosen }, { cookie }),
    await web.post(urls.publishMany(), { anetaret: chosen }, { cookie }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  const strangers = { anetaret: other.members[0]?.id ?? '' }
  expect((await web.post(urls.publishMany(), strangers, { cookie })).status).toBe(404)
  expect(await Promise.all([...chosen, left?.id ?? ''].map(stateOf))).toEqual([
    'published',
    'published',
    'published',
    'draft',
    'draft',
  ])
  expect(await entriesOf(db, `council.councillor:${first?.id}`)).toHaveLength(1)
  expect((await web.get(peopleUrls.one(first?.slug ?? ''))).status).toBe(200)
  expect((await web.get(peopleUrls.one(left?.slug ?? ''))).status).toBe(404)
})
