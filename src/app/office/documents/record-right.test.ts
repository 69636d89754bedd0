import { expect, it } from 'vitest'
import { enteredConsultations, givenConsultation, staffWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { officeDocumentUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const consultation = await givenConsultation(web.services, { institution: 'prova' })
const coordinator = await web.signedInAs(people.albanianCoordinator)
await web.post(
  `/zyra/konsultime/${consultation.id}/dokumente`,
  { 'titulli-dok': 'Relacioni', 'lloji-dok': 'reasoning', dokumenti: new File(['Fjalë'], 'relacioni.txt') },
  { cookie: coordinator },
)
const [paper] = await db<{ id: string }[]>`select id from platform.documents where title = 'Relacioni'`
const id = paper?.id ?? ''
const filesOf = () => db`select version, added_by from platform.document_files where document_id = ${id}`

it.each(['legal-drafter', 'council-secretary'] as const)(
  'a %s reads the papers of a consultation and changes none: that is for who writes consultations',
  async (role) => {
    const cookie = await web.signedInAs(staffWith(role, 'prova'))
    const before = await filesOf()
    const file = { 'gjuha-skedari': 'sq', arsyeja: '', skedari: new File(['Fjalë të tjera'], 'tjeter.txt') }
    expect((await web.get(urls.one(id), { cookie })).status).toBe(200)
    expect((await web.get(urls.correction(id), { cookie })).status).toBe(403)
    expect((await web.post(urls.correction(id), { klasa: 'internal' }, { cookie })).status).toBe(403)
    expect((await web.post(urls.files(id), file, { cookie })).status).toBe(403)
    expect(await filesOf()).toEqual(before)
    expect((await web.post(urls.files(id), file, { cookie: coordinator })).status).toBe(303)
    await enteredConsultations(web.services, async (tx) => {
      await tx`delete from platform.document_files where document_id = ${id} and version > 1`
      await tx`update platform.document_files set replaced_at = null where document_id = ${id}`
      return [consultation]
    })
  },
)
