import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { typedOfConsultation } from './drafting/draft-form.ts'
import { findForOffice } from './drafting/draft-queries.ts'
import { givenConsultation, givenInstitution } from './testing.ts'
import { officeUrls } from './urls.ts'
import { entered } from '#test/ledger.ts'
import { institutionRecords } from '#platform/institutions/institution-records.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const read = async (path: string) => (await web.get(path)).text()
const cookie = await web.signedInAs(people.albanianCoordinator)

const { id: prova } = await givenInstitution(services, 'prova')
const { id: provas } = await givenInstitution(services, 'provas')
const idOf = async (query: Promise<readonly { id: string }[]>) => (await query)[0]?.id ?? ''
const environment = await idOf(db`select id from platform.topics where code = 'environment'`)
const finance = await idOf(db`select id from platform.topics where code = 'finance'`)
const waste = await idOf(db`
  insert into platform.topics (institution_id, parent_id, name_sq) values (${prova}, ${environment}, 'Mbetjet') returning id`)
const foreign = await idOf(
  db`insert into platform.topics (institution_id, name_sq) values (${provas}, 'E huaj') returning id`,
)
const tirana = await idOf(db`select id from platform.places where key = 'al-tirane'`)
const village = await idOf(db`
  insert into platform.places (jurisdiction, level, parent_id, institution_id, name_sq)
  values ('AL', 'village', ${tirana}, ${prova}, 'Fshati i Provës') returning id`)
await entered(
  db,
  institutionRecords,
  (tx) => tx`update platform.institutions set place_id = ${tirana} where id = ${prova} returning id`,
)

const { id, slug } = await givenConsultation(services, { title: 'Rregullore për mbetjet' })
const other = await givenConsultation(services, { title: 'Rregullore tjetër', institution: 'provas' })

async function change(fields: Record<string, string | string[]>): Promise<Response> {
  const row = await findForOffice(db, 'sq', id)
  if (!row) throw new Error('no consultation')
  return web.post(
    officeUrls.edit(id),
    { ...typedOfConsultation(row), arsyeja: 'U shtuan fushat.', ...fields },
    { cookie },
  )
}

describe('the topics and places of a consultation', () => {
  it('are offered in its form: those for all, the institution’s own, and the places of its municipality', async () => {
    const page = await (await web.get(officeUrls.edit(id), { cookie })).text()
    for (const words of ['Arsimi', 'Politika e jashtme', 'Mbetjet', 'Fshati i Provës']) expect(page).toContain(words)
    expect(page).not.toContain('E huaj')
  })

  it('are kept with it, those of another institution left aside, and read in the published view', async () => {
    expect((await change({ fushat: [waste, finance, foreign], vendet: [village] })).status).toBe(303)
    const [row] = await db`select topics, places from consultations.published_consultations where id = ${id}`
    expect(row).toEqual({ topics: [finance, waste].toSorted(), places: [village] })
    const back = await (await web.get(officeUrls.edit(id), { cookie })).text()
    expect(back).toMatch(new RegExp(`value="${waste}" checked`))
  })

  it('stand on its page, each a link to all others of the kind, and in its data', async () => {
    const page = await read(`/konsultime/${slug}`)
    expect(page).toContain(`<a href="/konsultime?fusha=${waste}">Mbetjet</a>`)
    expect(page).toContain(`<a href="/konsultime?vendi=${village}">Fshati i Provës</a>`)
    expect(await (await web.get(`/konsultime/${slug}.json`)).json()).toMatchObject({
      places: [{ id: village, name: 'Fshati i Provës' }],
    })
  })

  it('narrow the list, a topic with all below it, a place with all within it', async () => {
    for (const question of [`fusha=${waste}`, `fusha=${environment}`, `vendi=${village}`, `vendi=${tirana}`]) {
      const page = await read(`/konsultime?${question}`)
      expect([question, page.includes('Rregullore për mbetjet'), page.includes('Rregullore tjetër')]).toEqual([
        question,
        true,
        false,
      ])
    }
    expect(await read(`/konsultime?fusha=${environment}&vendi=${village}&institucioni=provas`)).not.toContain(
      other.slug,
    )
    expect((await web.get('/konsultime?fusha=jo&vendi=jo')).status).toBe(200)
  })

  it('that are too many come back with the boxes as they were, and nothing is changed', async () => {
    const all = (await db<{ id: string }[]>`select id from platform.topics where code is not null limit 6`).map(
      (one) => one.id,
    )
    const response = await change({ fushat: all, titulli: 'Titull tjetër' })
    expect(response.status).toBe(422)
    expect(await response.text()).toMatch(new RegExp(`value="${all[5]}" checked`))
    expect(
      (await db`select topics from consultations.published_consultations where id = ${id}`)[0]?.topics,
    ).toHaveLength(2)
  })
})

it('an institution that is closed takes no new consultation', async () => {
  const draft = await findForOffice(db, 'sq', id)
  if (!draft) throw new Error('no consultation')
  await entered(
    db,
    institutionRecords,
    (tx) => tx`update platform.institutions set closed_on = '2026-11-01' where id = ${prova} returning id`,
  )
  const response = await web.post(officeUrls.newConsultation(), typedOfConsultation(draft), { cookie })
  expect(response.status).toBe(403)
  expect(await (await web.get(officeUrls.newConsultation(), { cookie })).text()).not.toContain('Bashkia Prova')
})
