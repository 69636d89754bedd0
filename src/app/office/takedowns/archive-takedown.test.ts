import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { jobHandlers } from '../../worker.ts'
import { staffWith } from '#modules/consultations/testing.ts'
import { documentUrls } from '#platform/documents/urls.ts'
import { runJobsUntilIdle } from '#platform/jobs/worker.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { officeDocumentUrls } from '../documents/urls.ts'
import { takedownUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

it('a public paper of the archive can be taken away like any other, with its bytes, and leaves a tombstone', async () => {
  const [prova] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
  const administrator = await web.signedInAs(people.albanianAdministrator)
  const skedaret = new File(['Emri i fshehtë'], 'Vendim i vjetër.txt')
  const form = { dergesa: randomUUID(), institucioni: prova?.id ?? '', klasa: 'public', gjuha: 'sq', skedaret }
  await web.post(officeDocumentUrls.archive(), { ...form, 'koha-year': '1998' }, { cookie: administrator })
  const [paper] = await db<{ id: string; digest: string }[]>`
    select document.id, file.digest from platform.documents as document
    join platform.document_files as file on file.document_id = document.id where document.title = 'Vendim i vjetër'`
  const id = paper?.id ?? ''
  expect((await web.get(documentUrls.one(id))).status).toBe(200)

  const stranger = await web.signedInAs(staffWith('data-protection-officer', 'provas'))
  const order = {
    dergesa: randomUUID(),
    rekordi: `platform.document:${id}`,
    arsyeja: 'personal-data',
    konfirmimi: 'po',
  }
  expect((await web.post(takedownUrls.new(), order, { cookie: stranger })).status).toBe(403)
  const chosen = await web.get(`${takedownUrls.new()}?adresa=${documentUrls.one(id)}`, { cookie: administrator })
  expect(await chosen.text()).toContain('Vendim i vjetër')
  expect((await web.post(takedownUrls.new(), order, { cookie: administrator })).status).toBe(303)

  const stone = await web.get(documentUrls.one(id))
  const words = await stone.text()
  expect([stone.status, words.includes('Vendim i vjetër')]).toEqual([410, false])
  expect((await web.get(documentUrls.file(id))).status).toBe(410)
  await runJobsUntilIdle(services, db.url, jobHandlers(services))
  expect(await services.files.open(paper?.digest ?? '')).toBeNull()
})
