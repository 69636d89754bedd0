import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenConsultation, staffWith } from '../testing.ts'
import { givenConfirmedGroup, memberStates } from './group-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

describe('everybody', () => {
  it('reads who is in a group, by code and public name, and how it is made', async () => {
    const consultation = await givenConsultation(services)
    const { code, letters } = await givenConfirmedGroup(services, consultation)
    const page = await (await web.get(`/konsultime/${consultation.slug}/grupet/${code}`)).text()
    for (const letter of letters) expect(page).toContain(letter.code)
    expect(page).toContain('Drita Leka')
    const comments = await (await web.get(`/konsultime/${consultation.slug}/komente`)).text()
    expect(comments.match(/Njësoj si 2 të tjera/g)?.length).toBe(3)
    const folded = await (await web.get(`/konsultime/${consultation.slug}/komente?grupe=po`)).text()
    expect(folded.match(/Njësoj si 2 të tjera/g)?.length).toBe(1)
    const data = (await (await web.get(`/konsultime/${consultation.slug}/grupet/${code}.json`)).json()) as {
      number: number
    }
    expect(data.number).toBe(3)
    expect((await web.get(`/konsultime/${consultation.slug}/grupet`)).status).toBe(200)
    expect(await (await web.get('/konsultime/si-grupohen')).text()).toContain('Komenti im nuk është njësoj')
  })

  it('takes the own comment out with one press', async () => {
    const consultation = await givenConsultation(services)
    const { id, letters } = await givenConfirmedGroup(services, consultation)
    const [own] = letters
    expect(await (await web.get(`/komenti/${own?.token}`)).text()).toContain('Komenti im nuk është njësoj')
    expect((await web.post(`/komenti/${own?.token}/grupi`, {})).status).toBe(303)
    expect((await memberStates(services, id))[own?.id ?? '']).toBe('refused')
  })
})

describe('the office', () => {
  it('sees the variants with their differences, and a deed from an old page ends with 409', async () => {
    const consultation = await givenConsultation(services)
    const { id, version } = await givenConfirmedGroup(services, consultation)
    const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
    const official = {
      get: (path: string) => web.get(path, { cookie }),
      post: (path: string, fields: Record<string, string>) => web.post(path, fields, { cookie }),
    }
    const address = `/zyra/konsultime/${consultation.id}/grupet`
    expect(await (await official.get(address)).text()).toContain('Konfirmuar')
    const page = await (await official.get(`${address}/${id}`)).text()
    expect(page).toMatch(/<ins>|<del>/)
    const name = { versioni: String(version), emri: 'Tregu edhe të dielën' }
    expect((await official.post(`${address}/${id}/emri`, name)).status).toBe(303)
    expect((await official.post(`${address}/${id}/emri`, name)).status).toBe(409)
    expect(
      (await official.post(`${address}/${id}/emri`, { ...name, versioni: String(version + 1), emri: 'x' })).status,
    ).toBe(422)
  })
})
