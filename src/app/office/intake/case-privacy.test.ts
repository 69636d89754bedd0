import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { enterDispatch } from '#platform/dispatch/enter-dispatch.ts'
import { addPaper } from '#platform/intake/add-paper.ts'
import { enterAtCounter } from '#platform/intake/enter-at-counter.ts'
import { transferCase } from '#platform/intake/transfer-case.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { retentionUrls } from '../retention/urls.ts'
import { anEntry, caseNow, clerkOf, givenCase, institutionId, officialOf, staffOf } from './testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const [here, there] = await Promise.all([institutionId(services, 'prova'), institutionId(services, 'provas')])
const clerk = await officialOf(services, clerkOf('prova'))

/** Tables of the platform in which any of these words stand. */
async function tablesWith(...words: string[]): Promise<string[]> {
  const tables = await db<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'platform' and table_type = 'BASE TABLE'`
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await db`
        select from ${db(`platform.${name}`)} as one where one::text ilike any(${words.map((word) => `%${word}%`)}::text[])
        limit 1`
      return rows.length > 0 ? [name] : []
    }),
  )
  return found.flat()
}

const asked = (kodi: string) => ({
  dergesa: randomUUID(),
  institucioni: here,
  adresa: '',
  kodi,
  identifikimi: 'identity-document',
  shenimi: '',
})

describe('whoever has no e-mail', async () => {
  const officer = await web.signedInAs(staffOf('data-protection-officer', 'prova'))

  it('is shown by the code of the receipt what is kept, and nothing of it is left when it is erased', async () => {
    const sender = { name: 'Zefirina Shembull', postal: 'Rruga Zefirane 7', telephone: null, email: null }
    const one = await givenCase(services, 'prova', { sender, words: 'Fjalë zefirane nga sporteli.' })
    const person = { name: 'Zefirina Shembull', postal: 'Rruga Zefirane 7', email: null, contactId: null }
    const subject = { ref: `intake.case:${one.id}`, institutionId: here, title: 'Çështja', lang: 'sq' } as const
    const paper = { form: randomUUID(), name: person.name, postal: person.postal, when: 'print', way: 'post' } as const
    await enterDispatch(services, clerk, { ...subject, officeHref: '', publicHref: null, correspondent: person }, paper)
    const opened = await web.post(retentionUrls.requests(), asked(one.code ?? ''), { cookie: officer })
    const at = opened.headers.get('location') ?? ''
    expect(await (await web.get(at, { cookie: officer })).text()).toContain('Fjalë zefirane nga sporteli.')
    await web.post(`${at}/fshirja`, { konfirmimi: 'po' }, { cookie: officer })
    expect(await db`select erased_records from platform.person_requests where ${at} like '%' || id`).toEqual([
      { erasedRecords: 1 },
    ])
    expect(await tablesWith('zefiran', 'Zefirina')).toEqual([])
    expect(await caseNow(services, one.id)).toMatchObject({ about: null, registerNumber: one.registerNumber })
  })

  it('does not lend their code to another institution', async () => {
    const one = await givenCase(services, 'provas')
    const response = await web.post(retentionUrls.requests(), asked(one.code ?? ''), { cookie: officer })
    expect(response.status).toBe(422)
  })
})

it('letters about an erased case go with it, whoever asked', async () => {
  const sender = { name: 'Hatixhe Shembull', postal: null, telephone: null, email: 'letrat@posta.example' }
  const one = await givenCase(services, 'prova', { sender, about: 'Lënda kuarcore' })
  expect(await tablesWith('kuarcore')).toEqual(['cases', 'mail_messages'])
  const officer = await web.signedInAs(staffOf('data-protection-officer', 'prova'))
  const opened = await web.post(retentionUrls.requests(), asked(one.code ?? ''), { cookie: officer })
  await web.post(`${opened.headers.get('location')}/fshirja`, { konfirmimi: 'po' }, { cookie: officer })
  expect(await tablesWith('kuarcore', 'letrat@posta')).toEqual([])
})

it('a case that is passed on takes along the words of the papers that came later', async () => {
  const one = await givenCase(services, 'prova')
  await addPaper(services, clerk, {
    caseId: one.id,
    form: randomUUID(),
    channel: 'counter',
    about: 'Shtesë',
    words: 'Edhe llamba e dytë.',
    receivedOn: null,
    protocolNumber: '77',
    protocolOn: null,
    files: [],
  })
  const { version } = await caseNow(services, one.id)
  const order = { caseId: one.id, version, toInstitutionId: there, reason: 'Nuk është kompetenca jonë.' }
  expect((await transferCase(services, clerk, order)).kind).toBe('done')
  const papers = await db`
    select about, words, protocol_number, institution_id from platform.case_papers
    where case_id = (select transferred_to from platform.cases where id = ${one.id})`
  expect(papers).toEqual([
    { about: 'Shtesë', words: 'Edhe llamba e dytë.', protocolNumber: null, institutionId: there },
  ])
})

describe('a form that comes with the name and address of a person', async () => {
  const sender = { name: 'Bora Shembull', postal: 'Rruga 1', telephone: null, email: null }
  const one = await givenCase(services, 'prova', { sender })
  const subject = `intake.case:${one.id}`
  const secretary = await web.signedInAs(staffOf('council-secretary', 'prova'))
  const seen = () => db`select what from platform.accesses where subject = ${subject}`

  it.each([
    `/zyra/shkresa/e-re?subjekti=${subject}&institucioni=${here}&modeli=answer`,
    `/zyra/posta/leter/e-re?subjekti=${subject}`,
  ])('leaves a line in the log of accesses: %s', async (path) => {
    await db`delete from platform.accesses where subject = ${subject}`
    expect(await (await web.get(path, { cookie: secretary })).text()).toContain('Bora Shembull')
    expect(await seen()).toEqual([{ what: 'opened' }])
  })
})

it('in the first hour of the year a protocol number is compared with those of the new year', async () => {
  const entry = { ...anEntry({ protocolNumber: '1' }), institutionId: here }
  services.clock.set(new Date('2026-12-31T12:00:00Z'))
  expect((await enterAtCounter(services, clerk, entry)).kind).toBe('entered')
  services.clock.set(new Date('2026-12-31T23:30:00Z'))
  expect((await enterAtCounter(services, clerk, { ...entry, form: randomUUID() })).kind).toBe('entered')
})
